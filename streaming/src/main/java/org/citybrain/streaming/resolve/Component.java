package org.citybrain.streaming.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.java.tuple.Tuple2;
import org.citybrain.kernel.wire.MatchRuling;
import org.citybrain.kernel.wire.MemberKey;
import org.citybrain.matching.cluster.Links;
import org.citybrain.matching.cluster.Rulings;
import org.citybrain.matching.desk.MatchDesk;

/** All records that links and merge rulings connect with one, laid on the desk. */
final class Component {
    private final Graph graph;
    private final MatchDesk desk;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, String> records = new HashMap<>();
    private final Links links = new Links();
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private final Set<String> rulingsSeen = new HashSet<>();
    private final Set<List<String>> distinct = new HashSet<>();

    private Component(Graph graph, MatchDesk desk) {
        this.graph = graph;
        this.desk = desk;
    }

    static Component around(String record, Graph graph, MatchDesk desk) throws Exception {
        Component component = new Component(graph, desk);
        component.reach(record);
        while (!component.open.isEmpty()) {
            component.look(component.open.remove());
        }
        return component;
    }

    Collection<String> records() {
        return numbers.keySet();
    }

    private int reach(String record) throws Exception {
        Integer known = numbers.get(record);
        if (known != null) {
            return known;
        }
        Tuple2<String, String> version = graph.version(record);
        MemberKey key = RecordName.key(record);
        int number = desk.lay(version.f0, key.source(), key.key(), RecordName.split(version.f1));
        numbers.put(record, number);
        records.put(number, record);
        open.add(record);
        return number;
    }

    private void look(String record) throws Exception {
        int number = reach(record);
        for (Map.Entry<String, Float> link :
                graph.linked(graph.version(record).f0).entrySet()) {
            int other = reach(link.getKey());
            if (number < other) {
                links.add(number, other, link.getValue());
            }
        }
        for (MatchRuling ruling : graph.rulings(record)) {
            if (rulingsSeen.add(ruling.id())) {
                rule(ruling);
            }
        }
    }

    private void rule(MatchRuling ruling) throws Exception {
        if (!ruling.kind().equals(MatchRuling.MERGE)) {
            for (MemberKey left : ruling.left()) {
                for (MemberKey right : ruling.right()) {
                    distinct.add(List.of(RecordName.of(left), RecordName.of(right)));
                }
            }
            return;
        }
        int first = -1;
        for (String record : Graph.named(ruling).stream().sorted().toList()) {
            if (graph.isPresent(record)) {
                int number = reach(record);
                if (first >= 0) {
                    links.add(first, number, Rulings.MERGE);
                }
                first = first < 0 ? number : first;
            }
        }
    }

    /** The clusters into which the component falls, their records in the order of batches. */
    List<List<String>> clusters() {
        if (links.size() == 0) {
            return List.of(List.copyOf(numbers.keySet()));
        }
        Map<Integer, List<String>> byFirst = new LinkedHashMap<>();
        desk.cluster(
                links,
                this::areDistinct,
                (record, first) -> byFirst.computeIfAbsent(first, unused -> new ArrayList<>())
                        .add(nameOf(record)));
        return List.copyOf(byFirst.values());
    }

    private String nameOf(int number) {
        return records.getOrDefault(number, "");
    }

    private boolean areDistinct(int a, int b) {
        return !distinct.isEmpty()
                && (distinct.contains(List.of(nameOf(a), nameOf(b)))
                        || distinct.contains(List.of(nameOf(b), nameOf(a))));
    }
}
