package org.citybrain.platform.credit.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citybrain.platform.credit.Repair;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code credit.repair}. */
@Repository
class RepairTable {
    private static final String ROWS =
            "select id, record, resource, severity, rule, shortest::text as shortest, commitment, proofs, asked_by,"
                    + " asked_at, state, decided_by, decided_at, reason, answer, closed_at, receipt from credit.repair where ";
    private final JdbcClient db;

    RepairTable(JdbcClient db) {
        this.db = db;
    }

    void add(Repair one, String key, LocalDate cityDay) {
        db.sql(
                        "insert into credit.repair(id, record, resource, key, severity, rule, shortest, city_day, commitment, proofs,"
                                + " asked_by, asked_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        one.id(),
                        one.record(),
                        one.resource(),
                        key,
                        one.severity(),
                        one.rule(),
                        Date.valueOf(one.shortest()),
                        Date.valueOf(cityDay),
                        one.commitment(),
                        one.proofs().toArray(String[]::new),
                        one.askedBy(),
                        Timestamp.from(one.askedAt()),
                        one.state().name())
                .update();
    }

    Optional<Repair> find(String id) {
        return db.sql(ROWS + "id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Newest first. */
    List<Repair> of(String record) {
        return db.sql(ROWS + "record = ? order by asked_at desc")
                .param(record)
                .query((row, number) -> read(row))
                .list();
    }

    /** Oldest first; of one department, or of all where it is empty. */
    List<Repair> open(String department) {
        return db.sql(ROWS + "closed_at is null and (? = '' or resource like ? || '.%') order by asked_at limit 200")
                .params(department, department)
                .query((row, number) -> read(row))
                .list();
    }

    /** Newest first, open or not. */
    List<Repair> at(String resource, String key) {
        return db.sql(ROWS + "resource = ? and key = ? order by asked_at desc")
                .params(resource, key)
                .query((row, number) -> read(row))
                .list();
    }

    boolean any() {
        return db.sql("select exists (select from credit.repair)")
                .query(Boolean.class)
                .single();
    }

    void decided(String id, Repair.State state, String by, Instant at, String reason, @Nullable String delivery) {
        boolean over = state == Repair.State.REFUSED;
        db.sql(
                        "update credit.repair set state = ?, decided_by = ?, decided_at = ?, reason = ?, delivery = ?, closed_at = ?"
                                + " where id = ?")
                .params(Arrays.<@Nullable Object>asList(
                        state.name(), by, Timestamp.from(at), reason, delivery, over ? Timestamp.from(at) : null, id))
                .update();
    }

    void answered(String delivery, boolean written, String answer) {
        db.sql("update credit.repair set state = ?, answer = ? where delivery = ? and closed_at is null")
                .params((written ? Repair.State.DELIVERED : Repair.State.GRANTED).name(), answer, delivery)
                .update();
    }

    void end(String id, Repair.State state, Instant at, @Nullable String receipt) {
        db.sql("update credit.repair set state = ?, closed_at = ?, receipt = ? where id = ?")
                .params(java.util.Arrays.<@Nullable Object>asList(state.name(), Timestamp.from(at), receipt, id))
                .update();
    }

    private static Repair read(ResultSet row) throws SQLException {
        @Nullable Timestamp decided = row.getTimestamp("decided_at");
        @Nullable Timestamp closed = row.getTimestamp("closed_at");
        return new Repair(
                row.getString("id"),
                row.getString("record"),
                row.getString("resource"),
                row.getString("severity"),
                row.getString("rule"),
                row.getString("shortest"),
                row.getString("commitment"),
                List.of((String[]) row.getArray("proofs").getArray()),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                Repair.State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"),
                row.getString("answer"),
                closed == null ? null : closed.toInstant(),
                row.getString("receipt"));
    }
}
