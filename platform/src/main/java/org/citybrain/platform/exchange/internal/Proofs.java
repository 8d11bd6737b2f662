package org.citybrain.platform.exchange.internal;

import java.util.Arrays;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.proof.RowProof;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.exchange.BatchRecord;
import org.citybrain.platform.exchange.ExchangeProblem;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.platform.topics.TopicPort;
import org.springframework.stereotype.Service;

/** Makes the proof of a row from the batch as it still lies in its topic. */
@Service
public final class Proofs {

    private final JdbcLedger ledger;
    private final TopicPort topics;
    private final Catalogue catalogue;

    Proofs(JdbcLedger ledger, TopicPort topics, Catalogue catalogue) {
        this.ledger = ledger;
        this.topics = topics;
        this.catalogue = catalogue;
    }

    /**
     * The proof file of a row, in its one exact form.
     *
     * @param row arrival index in the batch, from 0
     * @throws Refusal when batch or row is unknown, no longer kept, or not what the ledger says
     */
    public byte[] of(String resource, int lane, long sequence, int row) {
        String name = resource + "/" + lane + "/" + sequence;
        BatchRecord batch =
                ledger.findBatch(resource, lane, sequence).orElseThrow(() -> Unknown.batch(resource, lane, sequence));
        SchemaVersion schema = catalogue
                .findVersion(resource, batch.fingerprint())
                .orElseThrow(() -> Refusal.of(
                        ExchangeProblem.UNKNOWN_BATCH,
                        "批次 " + name + " 的结构版本不明 · the schema of batch " + name + " is not known"))
                .schema();
        SignedBatch signed = read(batch, name);
        if (row < 0 || row >= signed.records().size()) {
            throw Unknown.row(name, row, signed.records().size());
        }
        return RowProof.of(signed, row, schema).toJson();
    }

    private SignedBatch read(BatchRecord batch, String name) {
        BatchRecord.Place place = batch.place();
        TopicMessage message = topics.find(place.topic(), place.partition(), place.offset())
                .orElseThrow(() -> Refusal.of(ExchangeProblem.BATCH_GONE, name));
        byte[] bytes = message.value();
        try {
            SignedBatch signed = SignedBatch.decode(bytes == null ? new byte[0] : bytes);
            if (Arrays.equals(signed.header().encode(), ledger.headerOf(batch))) {
                return signed;
            }
        } catch (MalformedBatchException e) {
            throw Refusal.of(ExchangeProblem.BATCH_DIFFERS, name + ": " + e.getMessage());
        }
        throw Refusal.of(ExchangeProblem.BATCH_DIFFERS, name);
    }
}
