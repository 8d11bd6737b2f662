package org.citybrain.gateway.capture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * A table of a department's database as its catalogue describes it.
 *
 * @param oid the table's identity: a table dropped and made again is another one
 * @param partitioned whether rows live in partitions that are read through this table
 * @param fullIdentity whether the log holds whole old rows
 */
public record SourceTable(
        long oid,
        String schema,
        String name,
        boolean partitioned,
        boolean fullIdentity,
        @Nullable String comment,
        SchemaVersion version) {
    /** The quoted name for SQL. */
    @JsonIgnore
    public String sqlName() {
        return quote(schema) + "." + quote(name);
    }

    /** Schema and name, unquoted. */
    @JsonIgnore
    public String id() {
        return schema + "." + name;
    }

    /** The resource's name inside its department: the table's, with its schema in front unless that is public. */
    @JsonIgnore
    public String slug() {
        String plain = schema.equals("public") ? name : schema + "_" + name;
        return plain.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_\\p{IsHan}]", "_");
    }

    /**
     * Reads this table's own rows and no others: a parent's children are tables of their own (ONLY), a partitioned
     * table is read whole.
     */
    @JsonIgnore
    public String copyStatement() {
        List<FieldSpec> fields = version.fields();
        String columns = fields.stream().map(field -> quote(field.name())).collect(Collectors.joining(", "));
        return "COPY (SELECT " + columns + " FROM " + (partitioned ? "" : "ONLY ") + sqlName() + ") TO STDOUT";
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
