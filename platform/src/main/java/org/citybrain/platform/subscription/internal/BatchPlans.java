package org.citybrain.platform.subscription.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.subscription.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the next messages of a subscription in the running transaction, signed and numbered without gaps. What is sent
 * are these bytes and no others, however often: so a crash can neither lose nor double a row.
 */
@Component
class BatchPlans {

    private final JdbcClient db;
    private final ExchangeKey key;
    private final Clock clock = Clock.systemUTC();

    BatchPlans(JdbcClient db, ExchangeKey key) {
        this.db = db;
        this.key = key;
    }

    /** The source batch that a message goes up to. */
    record Source(int lane, long sequence) {
        static final Source NONE = new Source(0, 0);
    }

    /** Plans the rows gathered so far; the sequence afterwards. */
    long rows(Subscription to, List<FieldSpec> fields, long sequence, Planned rows, Source upTo) {
        long last = sequence;
        long sourceTime = rows.sourceTimeMicros();
        long fingerprint = SchemaVersion.fingerprintOf(fields);
        Sm2.Signer signer = key.newSigner();
        for (List<byte[]> records : rows.takeRecords()) {
            last++;
            SignedBatch batch = SignedBatch.seal(
                    new SignedBatch.Draft(
                            to.id(), key.node(), to.lane(), last, fingerprint, Micros.now(clock), sourceTime),
                    records,
                    signer);
            int deletes = (int) records.stream()
                    .filter(record -> ChangeRecord.decode(record).op() == 'd')
                    .count();
            String root = HexFormat.of().formatHex(batch.header().root());
            keep(
                    to,
                    last,
                    new Kept("ROWS", records.size() - deletes, deletes, root, 0, "", upTo, sourceTime),
                    batch.encode());
        }
        return last;
    }

    /** Plans the order that lays the table down. */
    void lay(Subscription to, List<FieldSpec> fields, Bilingual title, Map<String, String> titles) {
        List<String> fieldTitles = fields.stream()
                .map(field -> titles.getOrDefault(field.name(), field.name()))
                .toList();
        order(to, 1, new Order(SubscriptionOrder.LAY, title, fields, fieldTitles, 0, ""));
    }

    /** Plans the order to compare with what our side has. */
    void compare(Subscription to, long sequence, long rows, String checksum) {
        order(
                to,
                sequence,
                new Order(
                        SubscriptionOrder.RECONCILE,
                        new Bilingual("对账", "Comparison"),
                        List.of(),
                        List.of(),
                        rows,
                        checksum));
    }

    /** Plans the last word. */
    void end(Subscription to, long sequence) {
        order(to, sequence, new Order(SubscriptionOrder.END, new Bilingual("终止", "End"), List.of(), List.of(), 0, ""));
    }

    private record Order(
            String kind,
            Bilingual title,
            List<FieldSpec> fields,
            List<String> fieldTitles,
            long rows,
            String checksum) {}

    private void order(Subscription to, long sequence, Order order) {
        SubscriptionOrder unsigned = new SubscriptionOrder(
                order.kind(),
                to.id(),
                to.consumer(),
                to.resource(),
                order.title(),
                to.table(),
                order.fields(),
                order.fieldTitles(),
                to.lane(),
                sequence,
                order.rows(),
                order.checksum(),
                Micros.now(clock),
                "");
        byte[] signature = key.newSigner().sign(Sm3.utf8(unsigned.signedText()));
        keep(
                to,
                sequence,
                new Kept(order.kind(), 0, 0, "", order.rows(), order.checksum(), Source.NONE, 0),
                WireJson.write(unsigned.withSignature(HexFormat.of().formatHex(signature))));
    }

    private record Kept(
            String kind,
            int upserts,
            int deletes,
            String root,
            long rows,
            String checksum,
            Source upTo,
            long sourceTimeMicros) {}

    private void keep(Subscription to, long sequence, Kept kept, byte[] message) {
        @Nullable
        Timestamp sourceTime =
                kept.sourceTimeMicros() == 0 ? null : Timestamp.from(Micros.toInstant(kept.sourceTimeMicros()));
        db.sql("""
                        insert into subscription.batch (subscription, lane, sequence, kind, upserts, deletes, root, rows,
                            checksum, source_lane, source_sequence, source_time)
                        values (:id, :lane, :sequence, :kind, :upserts, :deletes, :root, :rows, :checksum, :from, :upTo, :time)""")
                .param("id", to.id())
                .param("lane", to.lane())
                .param("sequence", sequence)
                .param("kind", kept.kind())
                .param("upserts", kept.upserts())
                .param("deletes", kept.deletes())
                .param("root", kept.root())
                .param("rows", kept.rows())
                .param("checksum", kept.checksum())
                .param("from", kept.upTo().lane())
                .param("upTo", kept.upTo().sequence())
                .param("time", sourceTime)
                .update();
        db.sql("insert into subscription.outgoing (topic, subscription, lane, value) values (?, ?, ?, ?)")
                .params(Topics.subscribed(to.consumer()), to.id(), to.lane(), message)
                .update();
    }

    /** Forgets messages of earlier layings that were not sent yet: a new one makes them void. */
    void dropUnsent(Subscription to) {
        db.sql("delete from subscription.outgoing where subscription = ? and lane < ?")
                .params(to.id(), to.lane())
                .update();
    }
}
