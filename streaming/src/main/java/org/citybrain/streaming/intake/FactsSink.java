package org.citybrain.streaming.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.BatchReceipt;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.intake.Posting.FactChange;
import org.citybrain.streaming.rows.Parcel;

/**
 * Parcels in; after their commit in PostgreSQL, row changes and receipts out, as topic, key and JSON. Parcels under way
 * are part of a checkpoint and are done again after a restart: the ledger then skips what it has, and the messages are
 * sent once more, which their readers take by lane, sequence and row.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before any parcel
public final class FactsSink extends RichAsyncFunction<Parcel, Tuple3<String, byte[], byte[]>> {
    private static final long serialVersionUID = 1L;

    private final IntakeSettings settings;
    private transient Postings postings;
    private transient LedgerWriter ledger;
    private transient Sm2.Signer signer;

    public FactsSink(IntakeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        postings = new Postings(new OpaqueIds(settings.opaqueKey(), settings.node()));
        ledger = new LedgerWriter(settings);
        signer = new Sm2.Signer(settings.signingKey());
    }

    @Override
    public void asyncInvoke(Parcel parcel, ResultFuture<Tuple3<String, byte[], byte[]>> result) {
        ledger.write(postings.of(parcel), new LedgerWriter.Outcome() {
            @Override
            public void committed(Posting posting) {
                result.complete(messages(posting));
            }

            @Override
            public void failed(Throwable cause) {
                result.completeExceptionally(cause);
            }
        });
    }

    private List<Tuple3<String, byte[], byte[]>> messages(Posting posting) {
        long known = Micros.now(Clock.systemUTC());
        Parcel parcel = posting.parcel();
        List<Tuple3<String, byte[], byte[]>> messages = new ArrayList<>();
        for (FactChange change : posting.facts()) {
            messages.add(row(parcel, change, known));
        }
        if (parcel.kind() == Parcel.Kind.ACCEPTED || parcel.kind() == Parcel.Kind.REFUSED) {
            messages.add(
                    Tuple3.of(Topics.RECEIPTS, Sm3.utf8(parcel.resource()), WireJson.write(receipt(posting, known))));
        }
        return messages;
    }

    private static Tuple3<String, byte[], byte[]> row(Parcel parcel, FactChange change, long known) {
        FactRow before = change.before();
        FactRow after = change.after();
        String key = change.subject().key();
        RowChange row = new RowChange(
                parcel.resource(),
                String.valueOf(change.op()),
                key,
                before == null ? null : before.fields(),
                after == null ? null : after.fields(),
                parcel.lane(),
                change.sequence(),
                change.row(),
                change.sourceTimeMicros(),
                known);
        String digest = HexFormat.of().formatHex(Sm3.digest(Sm3.utf8(key)), 0, 8);
        byte[] messageKey = (parcel.resource() + "/" + digest).getBytes(StandardCharsets.UTF_8);
        return Tuple3.of(Topics.ROWS, messageKey, WireJson.write(row));
    }

    // only the ledger's thread signs
    private BatchReceipt receipt(Posting posting, long known) {
        BatchReceipt unsigned = draft(posting, known, "");
        byte[] signature = signer.sign(Sm3.utf8(unsigned.signedText()));
        return draft(posting, known, HexFormat.of().formatHex(signature));
    }

    private static BatchReceipt draft(Posting posting, long known, String signature) {
        Parcel parcel = posting.parcel();
        BatchHeader header = posting.header();
        return new BatchReceipt(
                parcel.resource(),
                parcel.lane(),
                parcel.sequence(),
                header == null ? "" : header.node(),
                PgLedger.rootOf(posting),
                header == null ? 0 : header.rowCount(),
                posting.goodRows(),
                posting.badRows(),
                parcel.kind().name(),
                parcel.reason(),
                parcel.arrival().receivedAtMicros(),
                known,
                parcel.arrival().partition(),
                parcel.arrival().offset(),
                signature);
    }

    @Override
    public void close() throws Exception {
        if (ledger != null) {
            ledger.close();
        }
    }
}
