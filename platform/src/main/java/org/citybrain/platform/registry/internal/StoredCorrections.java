package org.citybrain.platform.registry.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.registry.Correction;
import org.citybrain.platform.registry.resolve.Resolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code registry.correction}: what was sent back to sources and what became of it. */
@Component
class StoredCorrections {
    private static final String COLUMNS =
            "select id, entity, field, resource, seen, wanted, reason, asked_by, asked_at,"
                    + " delivery, state, answer, closed_at, receipt from registry.correction ";

    private final JdbcClient db;
    private final Clock clock;

    StoredCorrections(JdbcClient db) {
        this.db = db;
        this.clock = Clock.systemUTC();
    }

    /** A correction that stands until its source changes. */
    record Open(String id, String wanted) {}

    /** Where a correction goes: a row of a resource and the column that is wrong. */
    record Target(
            String entity,
            String field,
            String resource,
            String key,
            String column,
            @Nullable String seen) {}

    /**
     * Keeps a correction. One that is asked at the same instant waits here for the other's end.
     *
     * @return false, and nothing kept, where the same value is already wanted of the field and no source has answered
     */
    boolean add(String id, Target target, String wanted, String reason, String by, String delivery) {
        return db.sql("""
                        insert into registry.correction(id, entity, field, resource, key, source_field, seen, wanted, reason,
                          asked_by, asked_at, delivery, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENT')
                        on conflict (entity, field, wanted) where closed_at is null do nothing""")
                        .params(java.util.Arrays.<@Nullable Object>asList(
                                id,
                                target.entity(),
                                target.field(),
                                target.resource(),
                                target.key(),
                                target.column(),
                                target.seen(),
                                wanted,
                                reason,
                                by,
                                Timestamp.from(clock.instant()),
                                delivery))
                        .update()
                == 1;
    }

    /** Those in force on an entity, by golden field. */
    Map<String, Open> open(String entity) {
        Map<String, Open> open = new LinkedHashMap<>();
        db.sql(
                        "select id, field, wanted from registry.correction where entity = ? and closed_at is null order by asked_at")
                .param(entity)
                .query((row, number) ->
                        open.put(row.getString("field"), new Open(row.getString("id"), row.getString("wanted"))))
                .list();
        return open;
    }

    List<Correction> list(String entity) {
        return db.sql(COLUMNS + "where entity = ? order by asked_at desc limit 100")
                .param(entity)
                .query((row, number) -> {
                    @Nullable Timestamp closed = row.getTimestamp("closed_at");
                    return new Correction(
                            row.getString("id"),
                            row.getString("entity"),
                            row.getString("field"),
                            row.getString("resource"),
                            row.getString("seen"),
                            row.getString("wanted"),
                            row.getString("reason"),
                            row.getString("asked_by"),
                            row.getTimestamp("asked_at").toInstant(),
                            row.getString("delivery"),
                            row.getString("state"),
                            row.getString("answer"),
                            closed == null ? null : closed.toInstant(),
                            row.getString("receipt"));
                })
                .list();
    }

    /** The department's signed answer: the correction stands in its own table, or was refused. */
    @EventListener
    @Transactional
    public void on(DeliveryReceived answer) {
        db.sql("update registry.correction set state = ?, answer = ? where delivery = ? and closed_at is null")
                .params(answer.written() ? "RECEIVED" : "REFUSED", answer.reason(), answer.id())
                .update();
    }

    /** The source's own row changed: the correction ends, whatever the source now says. */
    void close(List<Resolver.Taken> rows) {
        if (rows.isEmpty() || !anyOpen()) {
            return;
        }
        for (Resolver.Taken row : rows) {
            db.sql("select id, source_field, seen, wanted from registry.correction"
                            + " where resource = ? and key = ? and closed_at is null")
                    .params(row.resource(), row.key())
                    .query((found, number) -> {
                        String now = row.fields().get(found.getString("source_field"));
                        if (!Objects.equals(now, found.getString("seen"))) {
                            close(found.getString("id"), Objects.equals(now, found.getString("wanted")), row.receipt());
                        }
                        return number;
                    })
                    .list();
        }
    }

    private boolean anyOpen() {
        return db.sql("select exists (select from registry.correction where closed_at is null)")
                .query(Boolean.class)
                .single();
    }

    private void close(String id, boolean accepted, String receipt) {
        db.sql("update registry.correction set state = ?, closed_at = ?, receipt = ? where id = ?")
                .params(accepted ? "ACCEPTED" : "ANSWERED", Timestamp.from(clock.instant()), receipt, id)
                .update();
    }
}
