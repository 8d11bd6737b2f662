package org.citybrain.platform.process.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads and writes the column types that JDBC does not know. */
final class Columns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Columns() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    static Bilingual text(ResultSet rs, String column) throws SQLException {
        return read(rs.getString(column), new TypeReference<Bilingual>() {});
    }

    static List<String> strings(ResultSet rs, String column) throws SQLException {
        return read(rs.getString(column), new TypeReference<List<String>>() {});
    }

    static Map<String, Object> map(ResultSet rs, String column) throws SQLException {
        String json = rs.getString(column);
        return json == null ? Map.of() : read(json, new TypeReference<Map<String, Object>>() {});
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getTimestamp(column).toInstant();
    }

    static @Nullable Instant findInstant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored JSON value cannot be read", e);
        }
    }
}
