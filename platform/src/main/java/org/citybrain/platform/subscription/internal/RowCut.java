package org.citybrain.platform.subscription.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.subscribe.RowFilter;
import org.jspecify.annotations.Nullable;

/** Cuts source rows to what one subscription grants: its fields, and only rows that pass its filter. */
final class RowCut {

    private final List<FieldSpec> fields;
    private final RowFilter filter;
    private final int[] keys;

    RowCut(List<FieldSpec> fields, String filter) {
        this.fields = List.copyOf(fields);
        this.filter = RowFilter.parse(filter, fields);
        this.keys = new SchemaVersion(0, 0, fields).keyPositions();
    }

    /** The granted fields, in order. */
    List<FieldSpec> fields() {
        return fields;
    }

    /** For each granted field its place among these names, -1 where it is not there. */
    int[] placesIn(List<String> names) {
        return fields.stream().mapToInt(field -> names.indexOf(field.name())).toArray();
    }

    /** The granted values of a row. */
    List<@Nullable String> project(List<@Nullable String> values, int[] places) {
        @Nullable String[] cut = new @Nullable String[places.length];
        for (int i = 0; i < places.length; i++) {
            int at = places[i];
            cut[i] = at < 0 || at >= values.size() ? null : values.get(at);
        }
        return Arrays.asList(cut);
    }

    /** Whether a projected row is granted. */
    boolean passes(List<@Nullable String> projected) {
        return filter.passes(projected);
    }

    /** The key of a projected row. */
    List<@Nullable String> keyOf(List<@Nullable String> projected) {
        List<@Nullable String> key = new ArrayList<>(keys.length);
        for (int at : keys) {
            key.add(projected.get(at));
        }
        return key;
    }

    /** What the provider changed so that granted fields are no longer what they were; empty when they are. */
    Optional<String> changedIn(SchemaVersion version) {
        for (FieldSpec field : fields) {
            FieldSpec now = version.fields().stream()
                    .filter(each -> each.name().equals(field.name()))
                    .findFirst()
                    .orElse(null);
            if (now == null) {
                return Optional.of("数源部门删除了字段 " + field.name() + " · the provider dropped the field " + field.name());
            }
            if (!now.sourceType().equals(field.sourceType()) || now.key() != field.key()) {
                return Optional.of("数源部门把字段 " + field.name() + " 由 " + field.sourceType() + " 改为 " + now.sourceType()
                        + " · the provider changed the field " + field.name() + " from " + field.sourceType() + " to "
                        + now.sourceType());
            }
        }
        return Optional.empty();
    }
}
