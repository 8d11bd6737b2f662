package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that the platform writes back into a department's own table, exactly once by id.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Delivery(
        String id,
        String department,
        String table,
        String keyColumn,
        Map<String, @Nullable String> columns,
        String caseId,
        long createdAtMicros,
        String digest) {
    /** SM3 in hexadecimal over id, target and the columns in name order: both sides compare it. */
    public static String digestOf(String id, String department, String table, Map<String, @Nullable String> columns) {
        StringBuilder text = new StringBuilder(id)
                .append('\n')
                .append(department)
                .append('.')
                .append(table);
        new java.util.TreeMap<>(columns)
                .forEach((name, value) -> text.append('\n').append(name).append(value == null ? "" : "=" + value));
        return java.util.HexFormat.of()
                .formatHex(
                        org.citybrain.kernel.crypto.Sm3.digest(org.citybrain.kernel.crypto.Sm3.utf8(text.toString())));
    }
}
