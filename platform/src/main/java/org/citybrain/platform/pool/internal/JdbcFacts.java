package org.citybrain.platform.pool.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.pool.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Facts in PostgreSQL, found through the index over their lookup values. */
@Repository
class JdbcFacts implements Facts {
    static final String COLUMNS =
            "select resource, key, fields::text as fields, lane, sequence, row_no, source_time, known_time from pool.fact ";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, @Nullable String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FactRow> find(String resource, String lookupField, String value) {
        return jdbc.sql(
                        COLUMNS
                                + "where lookups @> array[:lookup]::text[] and resource = :resource and not deleted order by key")
                .param("lookup", lookupField + "=" + value)
                .param("resource", resource)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<FactRow> findAll(Collection<String> resources, String lookupField, Collection<String> values) {
        return jdbc.sql(COLUMNS
                        + "where lookups && ?::text[] and resource = any(?) and not deleted order by resource, key")
                .params(lookups(lookupField, values), resources.toArray(String[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<FactRow> findAnywhere(String lookupField, String value) {
        return findAnywhere(lookupField, List.of(value));
    }

    @Override
    public List<FactRow> findAnywhere(String lookupField, Collection<String> values) {
        return jdbc.sql(COLUMNS + "where lookups && ?::text[] and not deleted order by resource, key")
                .param(lookups(lookupField, values))
                .query((row, number) -> read(row))
                .list();
    }

    private static String[] lookups(String field, Collection<String> values) {
        return values.stream().map(value -> field + "=" + value).toArray(String[]::new);
    }

    @Override
    public Optional<FactRow> find(String resource, String key) {
        return jdbc.sql(COLUMNS + "where resource = :resource and key = :key")
                .param("resource", resource)
                .param("key", key)
                .query((row, number) -> read(row))
                .optional();
    }

    static FactRow read(ResultSet row) throws SQLException {
        return new FactRow(
                row.getString("resource"),
                row.getString("key"),
                fields(row.getString("fields")),
                row.getInt("lane"),
                row.getLong("sequence"),
                row.getInt("row_no"),
                row.getObject("source_time", OffsetDateTime.class).toInstant(),
                row.getObject("known_time", OffsetDateTime.class).toInstant());
    }

    private static Map<String, @Nullable String> fields(String json) throws SQLException {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new SQLException("a fact's fields are not JSON", e);
        }
    }
}
