package org.citybrain.platform.credit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citybrain.platform.credit.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code credit.objection}. */
@Repository
class ObjectionTable {
    private static final String ROWS =
            "select id, record, resource, source_field, seen, wanted, reason, raised_by, raised_at,"
                    + " state, answer, closed_at, receipt from credit.objection where ";
    private final JdbcClient db;

    ObjectionTable(JdbcClient db) {
        this.db = db;
    }

    void add(Objection one, String key, String delivery) {
        db.sql("insert into credit.objection(id, record, resource, key, source_field, seen, wanted, reason, raised_by,"
                        + " raised_at, delivery, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        one.id(),
                        one.record(),
                        one.resource(),
                        key,
                        one.column(),
                        one.seen(),
                        one.wanted(),
                        one.reason(),
                        one.raisedBy(),
                        Timestamp.from(one.raisedAt()),
                        delivery,
                        one.state().name()))
                .update();
    }

    Optional<Objection> find(String id) {
        return db.sql(ROWS + "id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Newest first. */
    List<Objection> of(String record) {
        return db.sql(ROWS + "record = ? order by raised_at desc")
                .param(record)
                .query((row, number) -> read(row))
                .list();
    }

    /** Oldest first; of one department, or of all where it is empty. */
    List<Objection> open(String department) {
        return db.sql(ROWS + "closed_at is null and (? = '' or resource like ? || '.%') order by raised_at limit 200")
                .params(department, department)
                .query((row, number) -> read(row))
                .list();
    }

    List<Objection> openAt(String resource, String key) {
        return db.sql(ROWS + "resource = ? and key = ? and closed_at is null")
                .params(resource, key)
                .query((row, number) -> read(row))
                .list();
    }

    boolean anyOpen() {
        return db.sql("select exists (select from credit.objection where closed_at is null)")
                .query(Boolean.class)
                .single();
    }

    void answered(String delivery, Objection.State state, String answer) {
        db.sql("update credit.objection set state = ?, answer = ? where delivery = ? and closed_at is null")
                .params(state.name(), answer, delivery)
                .update();
    }

    void close(String id, Objection.State state, String answer, String by, Instant at, @Nullable String receipt) {
        db.sql(
                        "update credit.objection set state = ?, answer = ?, closed_by = ?, closed_at = ?, receipt = ? where id = ?")
                .params(Arrays.<@Nullable Object>asList(state.name(), answer, by, Timestamp.from(at), receipt, id))
                .update();
    }

    private static Objection read(ResultSet row) throws SQLException {
        @Nullable Timestamp closed = row.getTimestamp("closed_at");
        return new Objection(
                row.getString("id"),
                row.getString("record"),
                row.getString("resource"),
                row.getString("source_field"),
                row.getString("seen"),
                row.getString("wanted"),
                row.getString("reason"),
                row.getString("raised_by"),
                row.getTimestamp("raised_at").toInstant(),
                Objection.State.valueOf(row.getString("state")),
                row.getString("answer"),
                closed == null ? null : closed.toInstant(),
                row.getString("receipt"));
    }
}
