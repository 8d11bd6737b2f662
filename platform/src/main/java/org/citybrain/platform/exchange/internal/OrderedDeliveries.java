package org.citybrain.platform.exchange.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.Delivery;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.exchange.Deliveries;
import org.citybrain.platform.exchange.DeliveryRecord;
import org.citybrain.platform.exchange.ExchangeProblem;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.topics.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders writes at departments: the id follows from case, table and key, so a repeated order is the same one. One that the
 * department refused goes out again: nothing of it was written.
 */
@Service
class OrderedDeliveries implements Deliveries {

    private static final String NAME = "[a-z][a-z0-9_]{0,62}";
    private static final int ID_BYTES = 10;

    private static final String ORDER = """
            insert into exchange.delivery
                (id, department, target_table, key_column, columns, case_id, digest, ordered_at, state)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'ORDERED')
            on conflict (id) do update set columns = excluded.columns, digest = excluded.digest,
                ordered_at = excluded.ordered_at, state = 'ORDERED', reason = '', written_at = null,
                received_at = null, receipt = null
            where exchange.delivery.state = 'REFUSED'""";

    private final JdbcClient db;
    private final JsonMapper json;
    private final Outbox outbox;
    private final Audit audit;
    private final String node;
    private final Clock clock = Clock.systemUTC();

    OrderedDeliveries(JdbcClient db, JsonMapper json, Outbox outbox, Audit audit, Home home) {
        this.db = db;
        this.json = json;
        this.outbox = outbox;
        this.audit = audit;
        this.node = home.node();
    }

    @Override
    @Transactional
    public String order(
            String department, String table, String keyColumn, Map<String, @Nullable String> columns, String caseId) {
        @Nullable String key = columns.get(keyColumn);
        boolean named = department.matches(NAME)
                && table.matches(NAME)
                && columns.keySet().stream().allMatch(column -> column.matches(NAME));
        if (key == null || !named) {
            throw Refusal.of(ExchangeProblem.BAD_DELIVERY, department + "." + table + " key " + keyColumn);
        }
        String id = "d" + node + "-" + digest(caseId, department, table, key);
        Instant now = clock.instant();
        String digest = Delivery.digestOf(id, department, table, columns);
        int added = db.sql(ORDER)
                .params(
                        id,
                        department,
                        table,
                        keyColumn,
                        json.writeValueAsString(columns),
                        caseId,
                        digest,
                        Timestamp.from(now))
                .update();
        if (added > 0) {
            outbox.put(
                    Topics.DELIVERIES,
                    department,
                    new Delivery(id, department, table, keyColumn, columns, caseId, Micros.of(now), digest));
            audit.record(
                    AuditEvent.DELIVERY_ORDERED,
                    "delivery:" + id,
                    Map.of("department", department, "table", table, "case", caseId));
        }
        return id;
    }

    @Override
    public Optional<DeliveryRecord> find(String id) {
        return db.sql("""
                        select id, department, target_table, case_id, state, reason, ordered_at, written_at, receipt
                        from exchange.delivery where id = ?""")
                .param(id)
                .query((row, index) -> {
                    @Nullable Timestamp written = row.getTimestamp("written_at");
                    return new DeliveryRecord(
                            row.getString("id"),
                            row.getString("department"),
                            row.getString("target_table"),
                            row.getString("case_id"),
                            row.getString("state"),
                            row.getString("reason"),
                            row.getTimestamp("ordered_at").toInstant(),
                            written == null ? null : written.toInstant(),
                            row.getString("receipt"));
                })
                .optional();
    }

    private static String digest(String... parts) {
        byte[] whole = Sm3.digest(Sm3.utf8(String.join("\n", parts)));
        return HexFormat.of().formatHex(whole, 0, ID_BYTES);
    }
}
