package org.citybrain.gateway.declared;

import java.util.List;
import java.util.Objects;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * A field as its department declares it.
 *
 * @param name as the catalogue knows it
 * @param title another name that the source uses for it, null when it uses the same
 * @param type PostgreSQL's word for the type, {@code text} when not given
 * @param key whether it belongs to the key
 * @param nullable whether it may be empty; what is empty is then no value
 */
public record DeclaredField(String name, @Nullable String title, String type, boolean key, boolean nullable) {
    @SuppressWarnings("ConstantValue") // a description may leave out what the record always has
    public DeclaredField {
        Objects.requireNonNull(name, "a field has a name");
        type = type == null ? "text" : type;
        nullable = nullable && !key;
    }

    /** The schema of fields in their order. */
    public static SchemaVersion schema(List<DeclaredField> fields) {
        return SchemaVersion.observed(fields.stream()
                .map(field -> FieldSpec.ofColumn(field.name(), field.type(), field.nullable(), field.key()))
                .toList());
    }

    /** Whether a source means this field by a word. */
    public boolean isCalled(String word) {
        return word.equals(name) || word.equals(title);
    }
}
