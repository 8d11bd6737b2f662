package org.citybrain.platform.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citybrain.platform.exchange.BatchRecord;
import org.citybrain.platform.exchange.FlowPoint;
import org.citybrain.platform.exchange.LaneRecord;
import org.citybrain.platform.exchange.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads what the intake job wrote. */
@Service
public final class JdbcLedger implements Ledger {

    private static final String BATCH = """
            select resource, lane, sequence, node, fingerprint, root, signature, row_count, good_rows, bad_rows, verdict,
                   reason, closed_at, source_time, received_at, kafka_topic, kafka_partition, kafka_offset
            from exchange.batch
            """;
    private static final String LANE = """
            select resource, lane, sequence, row_total, bad_total, state, reason, updated_at from exchange.lane
            """;

    private final JdbcClient db;

    JdbcLedger(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<LaneRecord> listLanes() {
        return db.sql(LANE + " order by resource, lane").query(JdbcLedger::lane).list();
    }

    @Override
    public List<LaneRecord> listLanes(String resource) {
        return db.sql(LANE + " where resource = ? order by lane")
                .param(resource)
                .query(JdbcLedger::lane)
                .list();
    }

    @Override
    public Optional<BatchRecord> findBatch(String resource, int lane, long sequence) {
        return db.sql(BATCH + " where resource = ? and lane = ? and sequence = ?")
                .params(resource, lane, sequence)
                .query(JdbcLedger::batch)
                .optional();
    }

    @Override
    public List<BatchRecord> listNewest(int limit) {
        return db.sql(BATCH + " order by received_at desc limit ?")
                .param(limit)
                .query(JdbcLedger::batch)
                .list();
    }

    @Override
    public List<BatchRecord> listAccepted(String resource, int lane, long after, int limit) {
        return db.sql(BATCH + """
                         where resource = ? and lane = ? and sequence > ? and verdict = 'ACCEPTED'
                        order by sequence limit ?""")
                .params(resource, lane, after, limit)
                .query(JdbcLedger::batch)
                .list();
    }

    @Override
    public Set<Integer> rowsSetAside(String resource, int lane, long sequence) {
        return Set.copyOf(db.sql("""
                        select distinct row_no from exchange.finding
                        where resource = ? and lane = ? and sequence = ? and severity = 'ERROR' and row_no >= 0""")
                .params(resource, lane, sequence)
                .query(Integer.class)
                .list());
    }

    /** One page of a resource's batches, newest first. */
    public List<BatchRecord> page(String resource, int page, int size) {
        return db.sql(BATCH + " where resource = ? order by received_at desc, sequence desc limit ? offset ?")
                .params(resource, size, (long) page * size)
                .query(JdbcLedger::batch)
                .list();
    }

    /** Number of batches of a resource, all and refused. */
    public Counts countsOf(String resource) {
        return db.sql("""
                        select count(*) as batches, count(*) filter (where verdict <> 'ACCEPTED') as refused,
                               coalesce(sum(row_count), 0) as rows
                        from exchange.batch where resource = ?""")
                .param(resource)
                .query((row, index) -> new Counts(row.getLong("batches"), row.getLong("refused"), row.getLong("rows")))
                .single();
    }

    /** The signed header of a batch as it was received. */
    byte[] headerOf(BatchRecord batch) {
        return db.sql("select header from exchange.batch where resource = ? and lane = ? and sequence = ?")
                .params(batch.resource(), batch.lane(), batch.sequence())
                .query((row, index) -> row.getBytes("header"))
                .single();
    }

    @Override
    public List<FlowPoint> flowSince(Instant from, Duration span) {
        return db.sql("""
                        select to_timestamp(floor(extract(epoch from received_at) / ?) * ?) as span, count(*) as batches,
                               sum(row_count) as rows
                        from exchange.batch where received_at >= ? and verdict = 'ACCEPTED' group by 1 order by 1""")
                .params(span.toSeconds(), span.toSeconds(), Timestamp.from(from))
                .query((row, index) -> new FlowPoint(
                        row.getTimestamp("span").toInstant(), row.getLong("batches"), row.getLong("rows")))
                .list();
    }

    /** Batches, refused batches and signed rows. */
    public record Counts(long batches, long refused, long rows) {}

    private static LaneRecord lane(ResultSet row, int index) throws SQLException {
        return new LaneRecord(
                row.getString("resource"),
                row.getInt("lane"),
                row.getLong("sequence"),
                row.getLong("row_total"),
                row.getLong("bad_total"),
                row.getString("state"),
                row.getString("reason"),
                row.getTimestamp("updated_at").toInstant());
    }

    private static BatchRecord batch(ResultSet row, int index) throws SQLException {
        HexFormat hex = HexFormat.of();
        Instant received = row.getTimestamp("received_at").toInstant();
        return new BatchRecord(
                row.getString("resource"),
                row.getInt("lane"),
                row.getLong("sequence"),
                row.getString("node"),
                row.getLong("fingerprint"),
                hex.formatHex(row.getBytes("root")),
                hex.formatHex(row.getBytes("signature")),
                row.getInt("row_count"),
                row.getInt("good_rows"),
                row.getInt("bad_rows"),
                row.getString("verdict"),
                row.getString("reason"),
                instant(row, "closed_at", received),
                instant(row, "source_time", received),
                received,
                new BatchRecord.Place(
                        row.getString("kafka_topic"), row.getInt("kafka_partition"), row.getLong("kafka_offset")));
    }

    private static Instant instant(ResultSet row, String column, Instant otherwise) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return time == null ? otherwise : time.toInstant();
    }
}
