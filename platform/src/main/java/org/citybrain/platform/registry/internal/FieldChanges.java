package org.citybrain.platform.registry.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citybrain.decisions.FactRow;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.registry.FieldChange;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changed in the golden fields of an entity since its first record came, source by source. */
@Component
class FieldChanges {
    private static final int MOST = 300;

    private final Registries registries;
    private final EntityRows entities;
    private final Admission admission;

    FieldChanges(Registries registries, EntityRows entities, Admission admission) {
        this.registries = registries;
        this.entities = entities;
        this.admission = admission;
    }

    /** The changes, newest first. */
    List<FieldChange> of(String kind, String ref, ReadReason reason) {
        Registries.Registry registry = registries.of(kind);
        List<EntityRows.Member> versions =
                entities.versions(admission.read(kind, ref, reason, "changes").entity());
        List<FieldChange> changes = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            EntityRows.Member before = versions.get(i - 1);
            EntityRows.Member after = versions.get(i);
            if (before.record() == after.record()) {
                changes.addAll(between(registry.golden(), before.row(), after.row()));
            }
        }
        return changes.stream()
                .sorted(Comparator.comparing(FieldChange::knownAt).reversed())
                .limit(MOST)
                .toList();
    }

    private static List<FieldChange> between(GoldenFields golden, FactRow before, FactRow after) {
        List<FieldChange> changes = new ArrayList<>();
        for (Declaration.Field field : golden.declaration().fields()) {
            field.origins().stream()
                    .filter(origin -> origin.resource().equals(after.resource()))
                    .filter(origin -> !Objects.equals(before.field(origin.field()), after.field(origin.field())))
                    .map(origin -> new FieldChange(
                            after.sourceTime(),
                            after.knownTime(),
                            field.name(),
                            field.title(),
                            shown(golden, field, before.fields(), origin.field()),
                            shown(golden, field, after.fields(), origin.field()),
                            after.resource(),
                            after.receipt()))
                    .forEach(changes::add);
        }
        return changes;
    }

    private static @Nullable Bilingual shown(
            GoldenFields golden, Declaration.Field field, Map<String, @Nullable String> fields, String column) {
        String value = fields.get(column);
        return value == null ? null : golden.words(field, value, false);
    }
}
