package org.citybrain.streaming.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.citybrain.kernel.wire.MatchRuling;
import org.citybrain.kernel.wire.MemberKey;
import org.citybrain.kernel.wire.WireJson;

/** Present records, links between their versions and rulings about them, as notes have told, in Flink's state. */
final class Graph {
    /** By record: its present version and what that holds. */
    private final MapState<String, Tuple2<String, String>> present;
    /** By version: the versions it is linked to, by how many blocks, with what weight. */
    private final MapState<String, Map<String, Tuple2<Integer, Float>>> links;
    /** By record: what touched it since entities were last told, and when that was sent. */
    private final MapState<String, Tuple2<String, Long>> touched;
    /** By id: rulings as they came. */
    private final MapState<String, String> rulings;
    /** By record: ids of the rulings that name it. */
    private final MapState<String, List<String>> ruled;

    Graph(RuntimeContext context) {
        present = context.getMapState(
                new MapStateDescriptor<>("present", Types.STRING, Types.TUPLE(Types.STRING, Types.STRING)));
        links = context.getMapState(new MapStateDescriptor<>(
                "links", Types.STRING, Types.MAP(Types.STRING, Types.TUPLE(Types.INT, Types.FLOAT))));
        touched = context.getMapState(
                new MapStateDescriptor<>("touched", Types.STRING, Types.TUPLE(Types.STRING, Types.LONG)));
        rulings = context.getMapState(new MapStateDescriptor<>("rulings", Types.STRING, Types.STRING));
        ruled = context.getMapState(new MapStateDescriptor<>("ruled", Types.STRING, Types.LIST(Types.STRING)));
    }

    void take(Tuple5<Integer, String, String, Float, Long> note) throws Exception {
        switch (note.f0) {
            case Note.PRESENT -> {
                String record = RecordName.record(note.f1);
                present.put(record, Tuple2.of(note.f1, note.f2));
                touch(record, "", note.f4);
            }
            case Note.GONE -> {
                present.remove(note.f1);
                touch(note.f1, "", note.f4);
            }
            case Note.CAUSE -> touch(note.f1, note.f2, note.f4);
            case Note.LINK, Note.UNLINK -> link(note);
            default -> rule(note);
        }
    }

    private void touch(String record, String cause, long sentAt) throws Exception {
        Tuple2<String, Long> before = touched.get(record);
        String first = before == null || before.f0.isEmpty() ? cause : before.f0;
        touched.put(record, Tuple2.of(first, before == null ? sentAt : Math.min(sentAt, before.f1)));
    }

    private void link(Tuple5<Integer, String, String, Float, Long> note) throws Exception {
        int more = note.f0 == Note.LINK ? 1 : -1;
        count(note.f1, note.f2, more, note.f3);
        if (count(note.f2, note.f1, more, note.f3)) {
            touch(RecordName.record(note.f1), "", note.f4);
            touch(RecordName.record(note.f2), "", note.f4);
        }
    }

    /** Counts how many blocks link two versions; tells whether a link has come or gone. */
    private boolean count(String from, String to, int more, float bits) throws Exception {
        Map<String, Tuple2<Integer, Float>> before = links.get(from);
        Map<String, Tuple2<Integer, Float>> all = before == null ? new HashMap<>() : new HashMap<>(before);
        Tuple2<Integer, Float> known = all.get(to);
        int blocks = (known == null ? 0 : known.f0) + more;
        if (blocks == 0) {
            all.remove(to);
        } else {
            all.put(to, Tuple2.of(blocks, bits));
        }
        if (all.isEmpty()) {
            links.remove(from);
        } else {
            links.put(from, all);
        }
        return blocks == 0 || known == null;
    }

    private void rule(Tuple5<Integer, String, String, Float, Long> note) throws Exception {
        String before = rulings.get(note.f1);
        MatchRuling ruling = read(note.f2);
        if (before != null) {
            name(read(before), false, note.f4);
            rulings.remove(note.f1);
        }
        if (!ruling.withdrawn()) {
            rulings.put(note.f1, note.f2);
            name(ruling, true, note.f4);
        }
    }

    private void name(MatchRuling ruling, boolean holds, long sentAt) throws Exception {
        for (String record : named(ruling)) {
            List<String> before = ruled.get(record);
            List<String> ids = before == null ? new ArrayList<>() : new ArrayList<>(before);
            ids.remove(ruling.id());
            if (holds) {
                ids.add(ruling.id());
            }
            ruled.put(record, ids);
            touch(record, ruling.id(), sentAt);
        }
    }

    private static MatchRuling read(String json) {
        return WireJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), MatchRuling.class);
    }

    static Set<String> named(MatchRuling ruling) {
        Set<String> records = new HashSet<>();
        for (MemberKey key : ruling.left()) {
            records.add(RecordName.of(key));
        }
        for (MemberKey key : ruling.right()) {
            records.add(RecordName.of(key));
        }
        return records;
    }

    boolean isPresent(String record) throws Exception {
        return present.contains(record);
    }

    /** A present record's version and what it holds. */
    Tuple2<String, String> version(String record) throws Exception {
        return present.get(record);
    }

    /** Records whose present versions a version is linked to, with weights. */
    Map<String, Float> linked(String version) throws Exception {
        Map<String, Tuple2<Integer, Float>> all = links.get(version);
        Map<String, Float> there = new TreeMap<>();
        if (all != null) {
            for (Map.Entry<String, Tuple2<Integer, Float>> link : all.entrySet()) {
                String record = RecordName.record(link.getKey());
                Tuple2<String, String> now = present.get(record);
                if (link.getValue().f0 > 0 && now != null && now.f0.equals(link.getKey())) {
                    there.put(record, link.getValue().f1);
                }
            }
        }
        return there;
    }

    /** The rulings that name a record. */
    List<MatchRuling> rulings(String record) throws Exception {
        List<MatchRuling> found = new ArrayList<>();
        List<String> ids = ruled.get(record);
        for (String id : ids == null ? List.<String>of() : ids) {
            found.add(read(rulings.get(id)));
        }
        return found;
    }

    /** What was touched since the last time, in a fixed order. */
    Map<String, Tuple2<String, Long>> takeTouched() throws Exception {
        Map<String, Tuple2<String, Long>> all = new TreeMap<>();
        for (Map.Entry<String, Tuple2<String, Long>> one : touched.entries()) {
            all.put(one.getKey(), one.getValue());
        }
        touched.clear();
        return all;
    }
}
