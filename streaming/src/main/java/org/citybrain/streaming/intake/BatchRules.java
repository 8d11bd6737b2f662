package org.citybrain.streaming.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.streaming.rows.CatalogueEntry;

/** Judges a batch as a whole (seams 2 and 3). For one thread: verifiers are re-used. */
final class BatchRules {
    private final Map<String, Sm2.Verifier> verifiers = new HashMap<>();

    /** What the rules ask the catalogue. */
    interface Known {
        /** The resource's entry. */
        Optional<CatalogueEntry> findEntry(String resource);

        /** The key of a node. */
        Optional<NodeKey> findKey(String node);
    }

    /**
     * Judges.
     *
     * @param expectedResource the Kafka key it came under
     */
    Verdict judge(SignedBatch batch, String expectedResource, Known known) {
        BatchHeader header = batch.header();
        if (!header.resource().equals(expectedResource)) {
            return new Verdict.Refuse(
                    "The header names " + header.resource() + ", the message key " + expectedResource);
        }
        int dot = header.resource().indexOf('.');
        int at = header.node().indexOf('@');
        if (dot < 0
                || at < 0
                || !header.resource().substring(0, dot).equals(header.node().substring(0, at))) {
            return new Verdict.Refuse("Node " + header.node() + " may not send " + header.resource());
        }
        Optional<NodeKey> key = known.findKey(header.node());
        if (key.isEmpty()) {
            return new Verdict.Park(missing(header, known).orElseThrow());
        }
        if (!verifies(batch, key.get())) {
            return new Verdict.Refuse("The signature of " + header.node() + " does not cover these rows");
        }
        return missing(header, known).<Verdict>map(Verdict.Park::new).orElseGet(() -> accept(header, known));
    }

    /** What the catalogue must learn before the batch can be taken; says nothing of its signature. */
    static Optional<String> missing(BatchHeader header, Known known) {
        if (known.findKey(header.node()).isEmpty()) {
            return Optional.of("The key of node " + header.node() + " is not known yet");
        }
        boolean schemaKnown = known.findEntry(header.resource())
                .flatMap(entry -> entry.findVersion(header.schemaFingerprint()))
                .isPresent();
        return schemaKnown
                ? Optional.empty()
                : Optional.of("Schema " + Long.toHexString(header.schemaFingerprint()) + " of " + header.resource()
                        + " is not accepted yet");
    }

    private boolean verifies(SignedBatch batch, NodeKey key) {
        try {
            return batch.verifies(verifiers.computeIfAbsent(key.publicKeyHex(), Sm2.Verifier::new));
        } catch (MalformedBatchException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Verdict accept(BatchHeader header, Known known) {
        CatalogueEntry entry = known.findEntry(header.resource()).orElseThrow();
        return new Verdict.Accept(
                entry, entry.findVersion(header.schemaFingerprint()).orElseThrow());
    }
}
