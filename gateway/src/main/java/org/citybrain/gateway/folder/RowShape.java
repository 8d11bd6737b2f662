package org.citybrain.gateway.folder;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.gateway.declared.DeclaredField;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * How a file's columns become a table's fields.
 *
 * @param from the file's column of each field
 * @param emptyIsNull whether an empty cell of a field that may be empty is no value
 * @param operationAt the column that tells what happened, -1 when every row stands for itself
 */
record RowShape(
        SchemaVersion schema,
        int[] from,
        boolean emptyIsNull,
        int operationAt,
        FolderDescription.@Nullable Operation operation) {

    /** Every column is a text field; a file by itself knows no types and no missing values. */
    static RowShape plain(List<String> columns, @Nullable String key) {
        SchemaVersion schema = SchemaVersion.observed(columns.stream()
                .map(column -> FieldSpec.ofColumn(column, "text", false, column.equals(key)))
                .toList());
        int[] from = new int[columns.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        return new RowShape(schema, from, false, -1, null);
    }

    /** The declared fields wherever they stand; null, with a finding, when one is not there. */
    static @Nullable RowShape declared(
            FolderDescription.Table table,
            FolderDescription.@Nullable Operation operation,
            List<String> columns,
            FileFindings findings) {
        List<String> missing = new ArrayList<>();
        List<String> extra = new ArrayList<>(columns);
        int[] from = new int[table.fields().size()];
        for (int i = 0; i < from.length; i++) {
            DeclaredField field = table.fields().get(i);
            from[i] = at(columns, field);
            if (from[i] < 0) {
                missing.add(field.name());
            } else {
                extra.remove(columns.get(from[i]));
            }
        }
        int operationAt = operation == null ? -1 : columns.indexOf(operation.column());
        if (operation != null && operationAt < 0) {
            missing.add(operation.column());
        } else if (operation != null) {
            extra.remove(operation.column());
        }
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            findings.columns("缺少 " + names, "missing are " + names);
            return null;
        }
        if (!extra.isEmpty()) {
            findings.extraColumns(String.join(", ", extra));
        }
        return new RowShape(DeclaredField.schema(table.fields()), from, true, operationAt, operation);
    }

    private static int at(List<String> columns, DeclaredField field) {
        for (int i = 0; i < columns.size(); i++) {
            if (field.isCalled(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The fields' values of a row; null where the row has none. */
    List<@Nullable String> values(List<? extends @Nullable String> row) {
        List<@Nullable String> values = new ArrayList<>(from.length);
        for (int i = 0; i < from.length; i++) {
            String value = row.get(from[i]);
            boolean none = emptyIsNull
                    && value != null
                    && value.isEmpty()
                    && schema.fields().get(i).nullable();
            values.add(none ? null : value);
        }
        return values;
    }

    /** The key's values, null when one of them is missing. */
    @Nullable
    List<@Nullable String> key(List<@Nullable String> values) {
        List<@Nullable String> key = new ArrayList<>();
        for (int position : schema.keyPositions()) {
            String value = values.get(position);
            if (schema.isKeyed() && (value == null || emptyIsNull && value.isBlank())) {
                return null;
            }
            key.add(value);
        }
        return key;
    }

    /** Name of the first field of the key. */
    String keyName() {
        return schema.fields().get(schema.keyPositions()[0]).name();
    }
}
