package org.citybrain.platform.rules.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.indicator.SourceView.Link;
import org.citybrain.platform.indicator.SourceView.ReceiptLink;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.Explained;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.InputSpec;
import org.citybrain.sceneformat.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens {@code decision:<id>} and {@code decision:<id>:<input>}: the rows a decision's figures were taken from. */
@Component
class DecisionSources implements SourceProvider {
    private static final String PREFIX = "decision:";

    private final DecisionStore store;
    private final Scenes scenes;

    DecisionSources(DecisionStore store, Scenes scenes) {
        this.store = store;
        this.scenes = scenes;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        if (!id.startsWith(PREFIX) || !reader.may(Right.DECISION_READ)) {
            return Optional.empty();
        }
        String[] parts = id.substring(PREFIX.length()).split(":", 2);
        return store.find(parts[0])
                .filter(record -> record.explained().isCoveredBy(reader))
                .flatMap(record -> open(id, record, parts.length > 1 ? parts[1] : ""));
    }

    private Optional<SourceView> open(String id, DecisionRecord record, String name) {
        List<Explained.Input> inputs = record.explained().inputs().stream()
                .filter(input -> name.isEmpty() || input.name().equals(name))
                .toList();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        Map<String, FactRow> kept = new LinkedHashMap<>();
        store.getKept(record.id()).facts().forEach(row -> kept.put(row.receipt(), row));
        Set<String> closed = privateFields(record);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<ReceiptLink> links = new ArrayList<>();
        for (String receipt : receipts(inputs)) {
            FactRow row = kept.get(receipt);
            if (row != null) {
                rows.add(masked(row, closed));
                links.add(new ReceiptLink(row.resource(), row.lane(), row.sequence(), row.row()));
            }
        }
        return Optional.of(new SourceView(
                id,
                name.isEmpty()
                        ? record.explained().sentence()
                        : inputs.getFirst().title(),
                query(record, name),
                record.decidedAt(),
                rows,
                rows.size(),
                links,
                List.of(new Link("decision", "/decisions/" + record.id()))));
    }

    /** Counted rows before those that only told what counts. */
    private static Set<String> receipts(List<Explained.Input> inputs) {
        Set<String> receipts = new LinkedHashSet<>();
        inputs.forEach(input -> input.rows().forEach(row -> receipts.add(row.receipt())));
        inputs.forEach(input -> input.supporting().forEach(row -> receipts.add(row.receipt())));
        return receipts;
    }

    private static String query(DecisionRecord record, String name) {
        return "rules/" + record.rule() + ".inputs.yaml" + (name.isEmpty() ? "" : " → " + name) + ", " + record.scene()
                + "@" + record.version() + ", " + record.subject() + ", " + record.period();
    }

    /** Fields that the scene calls private, and every field that has an opaque companion. */
    private Set<String> privateFields(DecisionRecord record) {
        Set<String> fields = new HashSet<>();
        Rule rule = scenes.get(record.scene(), record.version()).scene().rules().get(record.rule());
        if (rule != null) {
            rule.inputs().inputs().values().stream()
                    .filter(InputSpec.Input::isPrivate)
                    .forEach(input -> {
                        if (input.source() instanceof InputSpec.Rows rows) {
                            fields.add(rows.field());
                        }
                    });
        }
        return fields;
    }

    private static Map<String, @Nullable Object> masked(FactRow row, Set<String> closed) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("resource", row.resource());
        shown.put("receipt", row.receipt());
        row.fields().forEach((field, value) -> {
            boolean hidden = closed.contains(field) || row.fields().containsKey(field + "_ref");
            shown.put(field, value != null && hidden ? Masks.of(value) : value);
        });
        return shown;
    }
}
