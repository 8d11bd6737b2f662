package org.citybrain.streaming.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.rows.Parcel;
import org.citybrain.streaming.rows.RowFinding;

/**
 * Writes postings in one transaction: receipts, lane positions, findings and facts become known together (seam 7). A
 * posting at or before its lane's position was written before and is not written again.
 */
final class PgLedger {
    private static final String MICROS = "timestamptz 'epoch' + ? * interval '1 microsecond'";
    private static final String LANE_POSITION =
            "select sequence from exchange.lane where resource = ? and lane = ? for update";
    private static final String ADVANCE = """
            insert into exchange.lane as l (resource, lane, sequence, row_total, bad_total, state, reason, updated_at)
            values (?, ?, ?, ?, ?, 'FLOWING', '', clock_timestamp())
            on conflict (resource, lane) do update set sequence = greatest(l.sequence, excluded.sequence),
              row_total = l.row_total + excluded.row_total, bad_total = l.bad_total + excluded.bad_total,
              updated_at = excluded.updated_at""";
    private static final String STANDING = """
            insert into exchange.lane as l (resource, lane, sequence, row_total, bad_total, state, reason, updated_at)
            values (?, ?, 0, 0, 0, ?, ?, clock_timestamp())
            on conflict (resource, lane) do update set state = excluded.state, reason = excluded.reason,
              updated_at = excluded.updated_at""";
    private static final String BATCH = """
            insert into exchange.batch as b (resource, lane, sequence, node, fingerprint, root, signature, header,
              row_count, good_rows, bad_rows, verdict, reason, closed_at, source_time, received_at,
              kafka_partition, kafka_offset, kafka_topic)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %1$s, %1$s, %1$s, ?, ?, ?)
            on conflict (resource, lane, sequence) do update set node = excluded.node,
              fingerprint = excluded.fingerprint, root = excluded.root, signature = excluded.signature,
              header = excluded.header, row_count = excluded.row_count, good_rows = excluded.good_rows,
              bad_rows = excluded.bad_rows, verdict = excluded.verdict, reason = excluded.reason,
              closed_at = excluded.closed_at, source_time = excluded.source_time,
              received_at = excluded.received_at, kafka_partition = excluded.kafka_partition,
              kafka_offset = excluded.kafka_offset, kafka_topic = excluded.kafka_topic
            where b.verdict = 'REFUSED'""".formatted(MICROS);
    private static final String FINDING = """
            insert into exchange.finding
              (resource, lane, sequence, row_no, row_key_masked, field, code, severity, args, excerpt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (resource, lane, sequence, row_no, field, code) do nothing""";

    private final Connection connection;

    PgLedger(Connection connection) {
        this.connection = connection;
    }

    /** Writes all postings; the caller commits. */
    void write(List<Posting> postings) throws SQLException {
        Map<String, long[]> lanes = positions(postings);
        List<Posting> fresh = new ArrayList<>();
        Map<String, Posting> newest = new TreeMap<>();
        for (Posting posting : postings) {
            Parcel parcel = posting.parcel();
            long[] position = lanes.get(parcel.laneKey());
            if (parcel.kind() != Parcel.Kind.ACCEPTED) {
                fresh.add(posting);
            } else if (position != null && parcel.sequence() > position[0]) {
                position[0] = parcel.sequence();
                position[1] += posting.goodRows() + posting.badRows();
                position[2] += posting.badRows();
                fresh.add(posting);
                newest.put(parcel.laneKey(), posting);
            }
        }
        batches(fresh);
        findings(fresh);
        new PgFacts(connection).write(fresh);
        advance(newest, lanes);
        standings(fresh);
    }

    /** Per lane: position, and the rows and bad rows that this transaction adds. */
    private Map<String, long[]> positions(List<Posting> postings) throws SQLException {
        Map<String, long[]> lanes = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LANE_POSITION)) {
            for (Posting posting : postings) {
                Parcel parcel = posting.parcel();
                if (!lanes.containsKey(parcel.laneKey())) {
                    select.setString(1, parcel.resource());
                    select.setInt(2, parcel.lane());
                    try (ResultSet row = select.executeQuery()) {
                        lanes.put(parcel.laneKey(), new long[] {row.next() ? row.getLong(1) : 0, 0, 0});
                    }
                }
            }
        }
        return lanes;
    }

    private void batches(List<Posting> postings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BATCH)) {
            for (Posting posting : lastOfEach(postings)) {
                bind(insert, posting);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A sequence may be refused and, sent again, accepted in one transaction; one statement may not change a row twice. */
    private static Collection<Posting> lastOfEach(List<Posting> postings) {
        Map<String, Posting> last = new LinkedHashMap<>();
        for (Posting posting : postings) {
            String batch = posting.parcel().laneKey() + "/" + sequenceOf(posting.parcel());
            switch (posting.parcel().kind()) {
                case ACCEPTED -> last.put(batch, posting);
                case REFUSED -> last.merge(batch, posting, (a, b) -> a.parcel().kind() == Parcel.Kind.ACCEPTED ? a : b);
                default -> {}
            }
        }
        return last.values();
    }

    private static void bind(PreparedStatement insert, Posting posting) throws SQLException {
        Parcel parcel = posting.parcel();
        BatchHeader header = posting.header();
        insert.setString(1, parcel.resource());
        insert.setInt(2, parcel.lane());
        insert.setLong(3, sequenceOf(parcel));
        insert.setString(4, header == null ? "" : header.node());
        insert.setLong(5, header == null ? 0 : header.schemaFingerprint());
        insert.setBytes(6, header == null ? Parcel.NOTHING : header.root());
        insert.setBytes(7, posting.signature());
        insert.setBytes(8, header == null ? Parcel.NOTHING : header.encode());
        insert.setInt(9, header == null ? 0 : header.rowCount());
        insert.setInt(10, posting.goodRows());
        insert.setInt(11, posting.badRows());
        insert.setString(12, parcel.kind().name());
        insert.setString(13, parcel.reason());
        insert.setLong(14, header == null ? parcel.arrival().receivedAtMicros() : header.closedAtMicros());
        insert.setLong(15, header == null ? parcel.arrival().receivedAtMicros() : header.lastSourceTimeMicros());
        insert.setLong(16, parcel.arrival().receivedAtMicros());
        insert.setInt(17, parcel.arrival().partition());
        insert.setLong(18, parcel.arrival().offset());
        insert.setString(19, parcel.arrival().topic());
    }

    /** Bytes that are no batch have no sequence; their Kafka offset stands in, below zero. */
    private static long sequenceOf(Parcel parcel) {
        return parcel.sequence() > 0 ? parcel.sequence() : -1 - parcel.arrival().offset();
    }

    private void findings(List<Posting> postings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FINDING)) {
            for (Posting posting : postings) {
                for (RowFinding finding : posting.findings()) {
                    bind(insert, posting.parcel(), finding);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, Parcel parcel, RowFinding finding) throws SQLException {
        insert.setString(1, parcel.resource());
        insert.setInt(2, parcel.lane());
        insert.setLong(3, sequenceOf(parcel));
        insert.setInt(4, finding.row());
        insert.setString(5, finding.maskedKey());
        insert.setString(6, finding.field());
        insert.setString(7, finding.fault().code());
        insert.setString(8, finding.fault().severity().name());
        insert.setString(9, new String(WireJson.write(worded(finding)), StandardCharsets.UTF_8));
        insert.setString(10, finding.excerpt());
    }

    /** The named values with the finding's words among them, as room exchange keeps them. */
    private static Map<String, String> worded(RowFinding finding) {
        Map<String, String> args = new LinkedHashMap<>(finding.args());
        args.put("message_zh", finding.message().zh());
        args.put("message_en", finding.message().en());
        args.put("advice_zh", finding.advice().zh());
        args.put("advice_en", finding.advice().en());
        return args;
    }

    private void advance(Map<String, Posting> newest, Map<String, long[]> lanes) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(ADVANCE)) {
            for (Map.Entry<String, Posting> lane : newest.entrySet()) {
                long[] position = java.util.Objects.requireNonNull(lanes.get(lane.getKey()));
                upsert.setString(1, lane.getValue().parcel().resource());
                upsert.setInt(2, lane.getValue().parcel().lane());
                for (int i = 0; i < 3; i++) {
                    upsert.setLong(3 + i, position[i]);
                }
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Only a lane's last standing is written: one statement may not change a row twice. */
    private void standings(List<Posting> postings) throws SQLException {
        Map<String, Parcel> last = new TreeMap<>();
        for (Posting posting : postings) {
            Parcel parcel = posting.parcel();
            switch (parcel.kind()) {
                case FLOWING, HELD, PARKED -> last.put(parcel.laneKey(), parcel);
                default -> {}
            }
        }
        try (PreparedStatement upsert = connection.prepareStatement(STANDING)) {
            for (Parcel parcel : last.values()) {
                upsert.setString(1, parcel.resource());
                upsert.setInt(2, parcel.lane());
                upsert.setString(3, parcel.kind().name());
                upsert.setString(4, parcel.reason());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Root as receipts show it. */
    static String rootOf(Posting posting) {
        BatchHeader header = posting.header();
        return header == null ? "" : HexFormat.of().formatHex(header.root());
    }
}
