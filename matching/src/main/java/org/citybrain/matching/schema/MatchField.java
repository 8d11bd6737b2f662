package org.citybrain.matching.schema;

import java.util.List;

/**
 * A field of a record, made of one or more columns of the file.
 *
 * @param name the field's word in rules, guards and explanations
 * @param kind how it is standardised and compared
 * @param columns columns of the file; what they hold is joined by a blank, a column not in a file counts as empty
 * @param compared whether it is weighed; a field that is not serves only blocking rules or guards
 */
public record MatchField(String name, FieldKind kind, List<String> columns, boolean compared) {
    public MatchField {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new SchemaException("字段没有列 · field " + name + " has no columns");
        }
    }
}
