package org.citybrain.platform.registry.resolve;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves records between entities, writes the merge and split log, and keeps every id that was given out leading on. */
final class Moves {
    private final JdbcClient db;
    private final RecordTable table;

    Moves(JdbcClient db, RecordTable table) {
        this.db = db;
        this.table = table;
    }

    /**
     * Why records move.
     *
     * @param cause RECORD: the records themselves; RULING or UNDO: a steward
     */
    record Cause(
            String cause,
            String by,
            String reason,
            @Nullable Long ruling) {
        static final Cause RECORD = new Cause("RECORD", "system:resolve", "", null);
    }

    /** Puts records into an entity; those that are there already stay. */
    void put(String kind, Collection<StoredRecord> records, String entity, Cause cause, Instant at) {
        Map<String, List<Long>> from = new TreeMap<>();
        for (StoredRecord record : records) {
            if (!record.entity().equals(entity)) {
                from.computeIfAbsent(record.entity(), unused -> new java.util.ArrayList<>())
                        .add(record.id());
            }
        }
        from.forEach((other, ids) -> {
            table.move(ids, entity, at);
            boolean gone = table.living(List.of(other)).isEmpty();
            log(kind, gone ? "MERGED" : "SPLIT", entity, other, ids, cause, at);
            if (gone) {
                alias(other, entity, at);
            }
        });
        if (!from.isEmpty()) {
            db.sql("delete from registry.alias where id = ?").param(entity).update();
        }
    }

    private void alias(String id, String successor, Instant at) {
        db.sql("insert into registry.alias(id, successor, since) values (?, ?, ?)"
                        + " on conflict (id) do update set successor = excluded.successor, since = excluded.since")
                .params(id, successor, Timestamp.from(at))
                .update();
    }

    private void log(String kind, String what, String entity, String other, List<Long> ids, Cause cause, Instant at) {
        db.sql("insert into registry.event(kind, at, what, entity, other, records, cause, by, reason, ruling)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        kind,
                        Timestamp.from(at),
                        what,
                        entity,
                        other,
                        new TreeSet<>(ids).toArray(Long[]::new),
                        cause.cause,
                        cause.by,
                        cause.reason,
                        cause.ruling))
                .update();
    }
}
