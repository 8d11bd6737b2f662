package org.citybrain.platform.registry.resolve;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.decisions.FactRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of an entity on any day: what its records said as of one moment, as far as it was known at another. Nothing is
 * stored for this beside the records' own past and the past of memberships.
 */
public final class EntityRows {
    private static final String VERSIONS = """
            with member as (
              select id from registry.record where entity = :entity and entity_since <= :known
              union
              select record from registry.membership_past where entity = :entity and since <= :known and until > :known),
            version as (
              select r.id, r.fields, r.lane, r.sequence, r.row_no, r.valid_from, r.known_from, r.deleted
              from registry.record r join member using (id)
              union all
              select p.record, p.fields, p.lane, p.sequence, p.row_no, p.valid_from, p.known_from, p.deleted
              from registry.record_past p join member on member.id = p.record),
            latest as (
              select distinct on (id) * from version where valid_from <= :valid and known_from <= :known
              order by id, sequence desc, row_no desc)
            select r.resource, r.key, r.id, l.fields::text as fields, l.lane, l.sequence, l.row_no, l.valid_from, l.known_from,
              case when not r.deleted then r.number_ref end as number_ref
            from latest l join registry.record r using (id) where not l.deleted order by r.resource, r.key""";

    private final JdbcClient db;

    public EntityRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * A record's row.
     *
     * @param record the registry's number of the record
     * @param numberRef opaque id of the number that the record bears now; null when it has none or is gone
     */
    public record Member(long record, FactRow row, @Nullable String numberRef) {}

    /** The entity that an id leads to now; empty when no record ever had it. */
    public Optional<String> find(String id) {
        String at = id;
        for (int i = 0; i < 20; i++) {
            if (exists(at)) {
                return Optional.of(at);
            }
            Optional<String> next = successor(at);
            if (next.isEmpty()) {
                return numbered(at);
            }
            at = next.get();
        }
        return Optional.empty();
    }

    private boolean exists(String id) {
        return db.sql("select exists (select from registry.record where entity = ? and not deleted)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private Optional<String> successor(String id) {
        return db.sql("select successor from registry.alias where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** The opaque id of a number is a way to its bearer, too. */
    private Optional<String> numbered(String ref) {
        return db.sql("select entity from registry.record where number_ref = ? and not deleted order by id limit 1")
                .param(ref)
                .query(String.class)
                .optional();
    }

    /** The entity of a source's row; empty when it is no record of a registry. */
    public Optional<String> ofRecord(String resource, String key) {
        return db.sql("select entity from registry.record where resource = ? and key = ? and not deleted")
                .params(resource, key)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    /** Ids that lead to this entity now. */
    public List<String> formerIds(String entity) {
        return db.sql("select id from registry.alias where successor = ?")
                .param(entity)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The numbers' opaque ids under which facts of this entity stand. */
    public List<String> numberRefs(String entity) {
        return db.sql("select distinct number_ref from registry.record where entity = ? and number_ref is not null"
                        + " and not deleted order by number_ref")
                .param(entity)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /**
     * The entity's rows.
     *
     * @param valid what was so at this moment, by the sources' own time
     * @param known as the city knew it at this moment
     */
    public List<Member> of(String entity, Instant valid, Instant known) {
        return db.sql(VERSIONS)
                .param("entity", entity)
                .param("valid", Timestamp.from(valid))
                .param("known", Timestamp.from(known))
                .query((row, number) -> member(row))
                .list();
    }

    /**
     * Every version of the entity's records, each record's from the oldest on.
     *
     * @return records, each with its versions; a deleted version has no fields
     */
    public List<Member> versions(String entity) {
        return db.sql("""
                        with version as (
                          select id, fields, lane, sequence, row_no, valid_from, known_from, deleted from registry.record
                          where entity = :entity
                          union all
                          select p.record, p.fields, p.lane, p.sequence, p.row_no, p.valid_from, p.known_from, p.deleted
                          from registry.record_past p join registry.record r on r.id = p.record where r.entity = :entity)
                        select r.resource, r.key, v.id, case when v.deleted then '{}' else v.fields::text end as fields,
                          v.lane, v.sequence, v.row_no, v.valid_from, v.known_from,
                          case when not r.deleted then r.number_ref end as number_ref
                        from version v join registry.record r using (id) order by v.id, v.sequence, v.row_no""")
                .param("entity", entity)
                .query((row, number) -> member(row))
                .list();
    }

    private static Member member(ResultSet row) throws SQLException {
        Map<String, @Nullable String> fields = new LinkedHashMap<>(RecordTable.fields(row.getString("fields")));
        return new Member(
                row.getLong("id"),
                new FactRow(
                        row.getString("resource"),
                        row.getString("key"),
                        fields,
                        row.getInt("lane"),
                        row.getLong("sequence"),
                        row.getInt("row_no"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getTimestamp("known_from").toInstant()),
                row.getString("number_ref"));
    }

    /** Entities of living records under all of some search keys, at most {@code limit}. */
    public List<String> search(String kind, List<Long> tokens, int limit) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        return db.sql("select distinct entity from registry.record where kind = ? and tokens @> ?::bigint[]"
                        + " and not deleted order by entity limit ?")
                .params(kind, tokens.toArray(Long[]::new), limit)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
