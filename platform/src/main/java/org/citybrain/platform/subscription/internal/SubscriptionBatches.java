package org.citybrain.platform.subscription.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.proof.RowProof;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.SubscriptionProblem;
import org.citybrain.platform.topics.TopicPort;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Messages of a subscription with what its consumer answered, and proofs of delivered rows. */
@Service
public class SubscriptionBatches {

    private final JdbcClient db;
    private final SubscriptionStore store;
    private final TopicPort topics;

    SubscriptionBatches(JdbcClient db, SubscriptionStore store, TopicPort topics) {
        this.db = db;
        this.store = store;
        this.topics = topics;
    }

    /**
     * A message.
     *
     * @param verdict APPLIED, HELD, or null while the consumer has not answered
     * @param receipt the consumer's signed answer as JSON, or null
     */
    public record Row(
            int lane,
            long sequence,
            String kind,
            int upserts,
            int deletes,
            String root,
            long rows,
            String checksum,
            long sourceSequence,
            Instant plannedAt,
            @Nullable String verdict,
            String reason,
            @Nullable Instant appliedAt,
            @Nullable String receipt) {}

    /** A page of them, newest first. */
    public List<Row> page(String subscription, int page, int size) {
        return db.sql("""
                        select * from subscription.batch where subscription = ?
                        order by lane desc, sequence desc limit ? offset ?""")
                .params(subscription, size, (long) page * size)
                .query((row, index) -> {
                    @Nullable Timestamp applied = row.getTimestamp("applied_at");
                    return new Row(
                            row.getInt("lane"),
                            row.getLong("sequence"),
                            row.getString("kind"),
                            row.getInt("upserts"),
                            row.getInt("deletes"),
                            row.getString("root"),
                            row.getLong("rows"),
                            row.getString("checksum"),
                            row.getLong("source_sequence"),
                            row.getTimestamp("planned_at").toInstant(),
                            row.getString("verdict"),
                            row.getString("reason"),
                            applied == null ? null : applied.toInstant(),
                            row.getString("receipt"));
                })
                .list();
    }

    /** How many there are. */
    public long countOf(String subscription) {
        return db.sql("select count(*) from subscription.batch where subscription = ?")
                .param(subscription)
                .query(Long.class)
                .single();
    }

    /**
     * The proof of one delivered row, in its one exact form.
     *
     * @param row arrival index in the batch, from 0
     */
    public byte[] proof(String subscription, int lane, long sequence, int row) {
        Subscription to =
                store.find(subscription).orElseThrow(() -> Refusal.of(SubscriptionProblem.UNKNOWN, subscription));
        record Place(long offset, String root) {}
        Place place = db.sql("""
                        select topic_offset, root from subscription.batch
                        where subscription = ? and lane = ? and sequence = ? and kind = 'ROWS' and topic_offset is not null""")
                .params(subscription, lane, sequence)
                .query((found, index) -> new Place(found.getLong("topic_offset"), found.getString("root")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("delivered batch " + subscription + "/" + lane + "/" + sequence));
        SignedBatch batch = topics.find(Topics.subscribed(to.consumer()), 0, place.offset())
                .map(message -> SignedBatch.decode(message.value() == null ? new byte[0] : message.value()))
                .filter(found ->
                        Arrays.equals(found.header().root(), HexFormat.of().parseHex(place.root())))
                .orElseThrow(() -> Refusal.notFound("kept batch " + subscription + "/" + lane + "/" + sequence));
        if (row < 0 || row >= batch.records().size() || lane != to.lane()) {
            throw Refusal.notFound("row " + row + " of " + subscription + "/" + lane + "/" + sequence);
        }
        return RowProof.of(batch, row, SchemaVersion.observed(store.laidFields(subscription)))
                .toJson();
    }
}
