package org.citybrain.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.EntityEvent;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.Stewardship;
import org.citybrain.platform.registry.resolve.Columns;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.citybrain.platform.registry.resolve.RecordDeclaration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the steward's desk reads: doubts, rulings, the merge and split log. */
@Component
class DeskLists {
    private static final String DOUBTS = """
            select d.id, d.kind, d.cause, d.bits, d.found_at, d.record_a, a.entity as entity_a, a.resource as resource_a,
              a.fields ->> (cast(:names as jsonb) ->> a.resource) as name_a,
              a.resource || '/' || a.lane || '/' || a.sequence || '/' || a.row_no as receipt_a,
              d.record_b, b.entity as entity_b, b.resource as resource_b,
              b.fields ->> (cast(:names as jsonb) ->> b.resource) as name_b,
              b.resource || '/' || b.lane || '/' || b.sequence || '/' || b.row_no as receipt_b
            from registry.doubt d join registry.record a on a.id = d.record_a join registry.record b on b.id = d.record_b
            where d.kind = :kind\s""";

    /** True but of an entity whose records tell where it is, and none of them tells this region. */
    private static final String MAY_LIE_THERE = """
            and coalesce((select bool_or(o.fields ->> :place like :region || '%') from registry.record o
              where o.entity = SIDE.entity and not o.deleted and o.fields ->> :place is not null), true)\s""";

    private final JdbcClient db;
    private final EntityRows entities;

    DeskLists(JdbcClient db, EntityRows entities) {
        this.db = db;
        this.entities = entities;
    }

    /** An entity with one record of it, by which a ruling can name it. */
    record Anchor(String kind, String entity, long record) {}

    /**
     * Which doubts are looked through.
     *
     * @param place column in which records tell where their entity is; empty when they alone cannot tell it
     * @param region digits with which a division begins; empty for the whole city
     */
    record Asked(String place, String region) {
        String where() {
            return place.isEmpty() || region.isEmpty()
                    ? ""
                    : MAY_LIE_THERE.replace("SIDE", "a") + MAY_LIE_THERE.replace("SIDE", "b");
        }
    }

    /** Some doubts, strongest first, all that may lie in a region among them: where an entity does lie, the door tells. */
    List<Stewardship.Doubt> doubts(RecordDeclaration.Loaded declared, Asked asked, long offset, int limit) {
        return db.sql(DOUBTS + asked.where() + "order by d.bits desc, d.id limit :limit offset :offset")
                .param("kind", declared.kind())
                .param("names", names(declared))
                .param("place", asked.place())
                .param("region", asked.region())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> read(row))
                .list();
    }

    /** How many there are of these at most. */
    long count(RecordDeclaration.Loaded declared, Asked asked) {
        return db.sql("select count(*) from registry.doubt d join registry.record a on a.id = d.record_a"
                        + " join registry.record b on b.id = d.record_b where d.kind = :kind " + asked.where())
                .param("kind", declared.kind())
                .param("place", asked.place())
                .param("region", asked.region())
                .query(Long.class)
                .single();
    }

    Optional<Stewardship.Doubt> doubt(RecordDeclaration.Loaded declared, long id) {
        return db.sql(DOUBTS + "and d.id = :id")
                .param("kind", declared.kind())
                .param("names", names(declared))
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** As JSON: which column of each resource holds the name. */
    private static String names(RecordDeclaration.Loaded declared) {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, RecordDeclaration.Source> source :
                declared.sources().entrySet()) {
            String column = source.getValue().columns().get("name");
            if (column != null) {
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(source.getKey())
                        .append("\":\"")
                        .append(Columns.plain(column))
                        .append('"');
            }
        }
        return json.append('}').toString();
    }

    private static Stewardship.Doubt read(ResultSet row) throws SQLException {
        return new Stewardship.Doubt(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("cause"),
                row.getDouble("bits"),
                row.getTimestamp("found_at").toInstant(),
                side(row, "a"),
                side(row, "b"));
    }

    private static Stewardship.Side side(ResultSet row, String side) throws SQLException {
        @Nullable String name = row.getString("name_" + side);
        boolean person = row.getString("kind").equals("person");
        return new Stewardship.Side(
                row.getLong("record_" + side),
                row.getString("entity_" + side),
                row.getString("resource_" + side),
                name == null ? "" : person ? Masking.NAME.mask(name) : name,
                row.getString("receipt_" + side));
    }

    Anchor anchor(String id) {
        String entity = entities.find(id).orElseThrow(() -> Refusal.notFound("entity " + id));
        return db.sql("select kind, id from registry.record where entity = ? and not deleted order by id limit 1")
                .param(entity)
                .query((row, number) -> new Anchor(row.getString("kind"), entity, row.getLong("id")))
                .single();
    }

    /**
     * A ruling's two entities.
     *
     * @param a one of them as it was called when it was ruled
     * @param nowA to which entity its record belongs now
     */
    record Ruled(String kind, Instant at, String a, String b, String nowA, String nowB) {}

    Ruled ruled(long ruling) {
        return db.sql("""
                        select r.kind, r.ruled_at, r.entity_a, r.entity_b, a.entity as now_a, b.entity as now_b
                        from registry.ruling r join registry.record a on a.id = r.record_a
                          join registry.record b on b.id = r.record_b where r.id = ?""")
                .param(ruling)
                .query((row, number) -> new Ruled(
                        row.getString("kind"),
                        row.getTimestamp("ruled_at").toInstant(),
                        row.getString("entity_a"),
                        row.getString("entity_b"),
                        row.getString("now_a"),
                        row.getString("now_b")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("ruling " + ruling));
    }

    List<EntityEvent> history(String entity) {
        return db.sql("""
                        select e.at, e.what, e.entity, e.other, cardinality(e.records) as records, e.cause, e.by, e.reason,
                          e.ruling, r.id is not null and r.undone_at is null as standing
                        from registry.event e left join registry.ruling r on r.id = e.ruling
                        where e.entity = ? or e.other = ? order by e.id desc limit 200""")
                .params(entity, entity)
                .query((row, number) -> {
                    long ruling = row.getLong("ruling");
                    return new EntityEvent(
                            row.getTimestamp("at").toInstant(),
                            row.getString("what"),
                            row.getString("entity"),
                            row.getString("other"),
                            row.getInt("records"),
                            row.getString("cause"),
                            row.getString("by"),
                            row.getString("reason"),
                            ruling == 0 ? null : ruling,
                            row.getBoolean("standing"));
                })
                .list();
    }
}
