package org.citybrain.platform.registry.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code registry.record} and its past. All writes are resolve's. */
final class RecordTable {
    private static final String COLUMNS =
            "select id, resource, key, fields::text as fields, number_ref, tokens, sequence, row_no, deleted, entity, home"
                    + " from registry.record ";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, @Nullable String>> FIELDS = new TypeReference<>() {};

    private static final String UPSERT = """
            insert into registry.record as r (kind, resource, key, fields, number_ref, tokens, lane, sequence,
            row_no, valid_from, known_from, deleted, entity, entity_since, home, settled)
            select ?, resource, key, fields::jsonb, number_ref, tokens::bigint[], lane, sequence, row_no,
            valid_from::timestamptz, known_from::timestamptz, deleted, entity, known_from::timestamptz,
            entity, number_ref is not null
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n(resource, key, fields, number_ref, tokens, lane,
            sequence, row_no, valid_from, known_from, deleted, entity)
            on conflict (resource, key) do update set fields = excluded.fields,
            number_ref = excluded.number_ref, tokens = excluded.tokens, lane = excluded.lane,
            sequence = excluded.sequence, row_no = excluded.row_no, valid_from = excluded.valid_from,
            known_from = excluded.known_from, deleted = excluded.deleted, settled = excluded.settled""";

    private final JdbcClient db;

    RecordTable(JdbcClient db) {
        this.db = db;
    }

    /** No second resolver writes before this transaction ends. */
    void lock() {
        db.sql("select 1 from (select pg_advisory_xact_lock(hashtext('registry.resolve'))) as held")
                .query(Integer.class)
                .single();
    }

    List<StoredRecord> at(Collection<SourceRow> rows) {
        return list(
                "where (resource, key) in (select * from unnest(?::text[], ?::text[]))",
                rows.stream().map(SourceRow::resource).toArray(String[]::new),
                rows.stream().map(SourceRow::key).toArray(String[]::new));
    }

    List<StoredRecord> byIds(Collection<Long> ids) {
        return list("where id = any(?)", (Object) ids.toArray(Long[]::new));
    }

    List<StoredRecord> living(Collection<String> entities) {
        return list("where entity = any(?) and not deleted", (Object) entities.toArray(String[]::new));
    }

    List<StoredRecord> numbered(Collection<String> refs) {
        return list("where number_ref = any(?) and not deleted", (Object) refs.toArray(String[]::new));
    }

    /** Living records that stand in a block, at most one more than the limit. */
    List<StoredRecord> inBlock(String kind, long token, int limit) {
        return list("where kind = ? and tokens @> array[?::bigint] and not deleted limit ?", kind, token, limit + 1);
    }

    /** Living records that stand in any of the blocks, at most one more than the limit. */
    List<StoredRecord> inBlocks(String kind, Collection<Long> tokens, boolean loose, int limit) {
        return list(
                "where kind = ? and tokens && ?::bigint[] and not deleted" + (loose ? " and number_ref is null" : "")
                        + " limit ?",
                kind,
                tokens.toArray(Long[]::new),
                limit + 1);
    }

    /** Records behind a number, in their order. */
    List<StoredRecord> after(String kind, long id, int limit) {
        return list("where kind = ? and id > ? order by id limit ?", kind, id, limit);
    }

    void addTokens(long id, List<Long> tokens) {
        db.sql("update registry.record set tokens = tokens || ?::bigint[] where id = ?")
                .params(tokens(tokens), id)
                .update();
    }

    List<StoredRecord> unsettled(String kind, int limit) {
        return list("where kind = ? and not settled order by id limit ?", kind, limit);
    }

    /** A part of the city that holds whole persons: everything in `share` of 8192 blocks. */
    List<StoredRecord> sample(String kind, long share, int limit) {
        return list(
                "where kind = ? and not deleted and exists (select from unnest(tokens) as token"
                        + " where (token & 8190) < ?) limit ?",
                kind,
                share,
                limit);
    }

    long count(String kind) {
        return db.sql("select count(*) from registry.record where kind = ? and not deleted")
                .param(kind)
                .query(Long.class)
                .single();
    }

    /**
     * What was learnt last of a kind.
     *
     * @param records how many records there were
     * @param taken rows taken since
     * @param model the weights as bytes; null where an older platform kept none
     */
    record Learning(long records, long taken, byte @Nullable [] model) {}

    Optional<Learning> learning(String kind) {
        return db.sql("select records, taken, model from registry.learning where kind = ?")
                .param(kind)
                .query((row, number) -> new Learning(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .optional();
    }

    /** From how many records was learnt last; 0 when never. */
    long learntFrom(String kind) {
        return db.sql("select records from registry.learning where kind = ?")
                .param(kind)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void learnt(String kind, long records, byte[] model) {
        db.sql("insert into registry.learning(kind, records, model) values (?, ?, ?) on conflict (kind) do update"
                        + " set records = excluded.records, model = excluded.model, taken = 0, at = clock_timestamp()")
                .params(kind, records, model)
                .update();
    }

    void tookSinceLearnt(String kind, int rows) {
        db.sql("update registry.learning set taken = taken + ? where kind = ?")
                .params(rows, kind)
                .update();
    }

    /** Keeps what the records said until now. */
    void archive(Collection<Long> ids) {
        db.sql("""
                        insert into registry.record_past(record, fields, lane, sequence, row_no, valid_from, known_from, deleted)
                        select id, fields, lane, sequence, row_no, valid_from, known_from, deleted from registry.record
                        where id = any(?) on conflict do nothing""").param(ids.toArray(Long[]::new)).update();
    }

    /** Looks again at everything without a number that shares a block with these. */
    void unsettleNear(String kind, Collection<Long> tokens) {
        if (!tokens.isEmpty()) {
            db.sql("update registry.record set settled = false where kind = ? and number_ref is null and settled"
                            + " and not deleted and tokens && ?::bigint[]")
                    .params(kind, tokens.toArray(Long[]::new))
                    .update();
        }
    }

    void unsettleAllLoose(String kind) {
        db.sql("update registry.record set settled = false where kind = ? and number_ref is null and settled")
                .param(kind)
                .update();
    }

    void settled(Collection<Long> ids) {
        db.sql("update registry.record set settled = true where id = any(?) and not settled")
                .param(ids.toArray(Long[]::new))
                .update();
    }

    /** Puts records into an entity and keeps where they were. */
    void move(Collection<Long> ids, String entity, Instant at) {
        Long[] moved = ids.toArray(Long[]::new);
        db.sql(
                        "insert into registry.membership_past(record, entity, since, until)"
                                + " select id, entity, entity_since, greatest(?, entity_since) from registry.record where id = any(?)")
                .params(Timestamp.from(at), moved)
                .update();
        db.sql("update registry.record set entity = ?, entity_since = greatest(?, entity_since) where id = any(?)")
                .params(entity, Timestamp.from(at), moved)
                .update();
    }

    /** Writes rows, each place once, with the entities they were given. */
    void write(String kind, List<SourceRow> rows, List<String> entities) {
        int n = rows.size();
        Object[][] columns = new Object[11][n];
        for (int i = 0; i < n; i++) {
            SourceRow row = rows.get(i);
            Object[] cells = {
                row.resource(),
                row.key(),
                json(row.fields()),
                row.numberRef(),
                tokens(row.tokens()),
                row.lane(),
                row.sequence(),
                row.row(),
                row.validFrom().toString(),
                row.knownFrom().toString(),
                row.deleted()
            };
            for (int c = 0; c < cells.length; c++) {
                columns[c][i] = cells[c];
            }
        }
        List<Object> parameters = new ArrayList<>(List.of(kind));
        String[] types = {"text", "text", "text", "text", "text", "int4", "int8", "int4", "text", "text", "bool"};
        for (int c = 0; c < columns.length; c++) {
            parameters.add(new SqlArray(types[c], columns[c]));
        }
        parameters.add(new SqlArray("text", entities.toArray()));
        db.sql(UPSERT).params(parameters).update();
    }

    private List<StoredRecord> list(String where, Object... parameters) {
        return db.sql(COLUMNS + where)
                .params(parameters)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<StoredRecord> find(long id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    private static StoredRecord read(ResultSet row) throws SQLException {
        return new StoredRecord(
                row.getLong("id"),
                row.getString("resource"),
                row.getString("key"),
                fields(row.getString("fields")),
                row.getString("number_ref"),
                List.of((Long[]) row.getArray("tokens").getArray()),
                row.getLong("sequence"),
                row.getInt("row_no"),
                row.getBoolean("deleted"),
                row.getString("entity"),
                row.getString("home"));
    }

    private static String tokens(List<Long> tokens) {
        StringBuilder text = new StringBuilder("{");
        tokens.forEach(token -> text.append(text.length() > 1 ? "," : "").append(token));
        return text.append('}').toString();
    }

    private static String json(Map<String, @Nullable String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("fields cannot be written", e);
        }
    }

    static Map<String, @Nullable String> fields(String json) throws SQLException {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new SQLException("a record's fields are not JSON", e);
        }
    }
}
