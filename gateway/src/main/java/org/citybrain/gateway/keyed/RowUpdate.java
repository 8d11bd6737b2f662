package org.citybrain.gateway.keyed;

import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * A row's change at its source as records. One that gives a row another key, or that changes a row without one, is the old
 * row's end and the new row's start: whoever knows rows by their keys loses none and keeps none, even where the new row is
 * set aside as wrong.
 */
public final class RowUpdate {
    private RowUpdate() {}

    /** One record, or two that belong together. */
    public static List<ChangeRecord> records(
            char op,
            long sourceTimeMicros,
            String position,
            SchemaVersion schema,
            @Nullable List<@Nullable String> before,
            @Nullable List<@Nullable String> after) {
        ChangeRecord change = ChangeRecord.of(op, sourceTimeMicros, position, schema, before, after);
        if (op != 'u' || before == null) {
            return List.of(change);
        }
        ChangeRecord end = ChangeRecord.of('d', sourceTimeMicros, position, schema, before, null);
        return schema.isKeyed() && end.key().equals(change.key())
                ? List.of(change)
                : List.of(end, ChangeRecord.of('c', sourceTimeMicros, position, schema, null, after));
    }
}
