package org.citybrain.platform.registry.resolve;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code registry.ruling}: what stewards said of pairs of records. */
final class Rulings {
    private static final String COLUMNS =
            "select id, kind, same, record_a, record_b, entity_a, entity_b, reason, ruled_by,"
                    + " ruled_at, undone_at from registry.ruling ";

    private final JdbcClient db;

    Rulings(JdbcClient db) {
        this.db = db;
    }

    /** A ruling: {@code same} or not. */
    record Ruling(
            long id,
            String kind,
            boolean same,
            long a,
            long b,
            String entityA,
            String entityB,
            String reason,
            String by,
            Instant at,
            @Nullable Instant undoneAt) {}

    /** Those in force on a record. */
    List<Ruling> of(long record) {
        return list("where undone_at is null and (record_a = ? or record_b = ?) order by id", record, record);
    }

    /** All of an entity, undone ones too, newest first. */
    List<Ruling> ofEntity(String entity) {
        return list("where entity_a = ? or entity_b = ? order by id desc", entity, entity);
    }

    Optional<Ruling> find(long id) {
        return list("where id = ?", id).stream().findFirst();
    }

    /** Stores a ruling; the opposite one on the same two records ends with it. */
    long add(boolean same, String kind, StoredRecord a, StoredRecord b, String reason, String by, Instant at) {
        db.sql("update registry.ruling set undone_at = ?, undone_by = ? where undone_at is null"
                        + " and least(record_a, record_b) = ? and greatest(record_a, record_b) = ?")
                .params(Timestamp.from(at), by, Math.min(a.id(), b.id()), Math.max(a.id(), b.id()))
                .update();
        return db.sql(
                        "insert into registry.ruling(kind, same, record_a, record_b, entity_a, entity_b, reason, ruled_by,"
                                + " ruled_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                .params(kind, same, a.id(), b.id(), a.entity(), b.entity(), reason, by, Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void undo(long id, String by, Instant at) {
        db.sql("update registry.ruling set undone_at = ?, undone_by = ? where id = ? and undone_at is null")
                .params(Timestamp.from(at), by, id)
                .update();
    }

    private List<Ruling> list(String where, Object... parameters) {
        return db.sql(COLUMNS + where)
                .params(parameters)
                .query((row, number) -> {
                    @Nullable Timestamp undone = row.getTimestamp("undone_at");
                    return new Ruling(
                            row.getLong("id"),
                            row.getString("kind"),
                            row.getBoolean("same"),
                            row.getLong("record_a"),
                            row.getLong("record_b"),
                            row.getString("entity_a"),
                            row.getString("entity_b"),
                            row.getString("reason"),
                            row.getString("ruled_by"),
                            row.getTimestamp("ruled_at").toInstant(),
                            undone == null ? null : undone.toInstant());
                })
                .list();
    }
}
