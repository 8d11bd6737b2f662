package org.citybrain.platform.subscription.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.platform.exchange.BatchRecord;
import org.citybrain.platform.exchange.Ledger;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.platform.topics.TopicPort;
import org.springframework.stereotype.Component;

/** Reads verified batches again from where the ledger says they lie, and only as the ledger says they are. */
@Component
class KeptBatches {

    /** Messages of other resources may lie between: so far apart a reading may begin and end. */
    private static final long WIDEST = 2_000;

    private final Ledger ledger;
    private final TopicPort topics;

    KeptBatches(Ledger ledger, TopicPort topics) {
        this.ledger = ledger;
        this.topics = topics;
    }

    /**
     * A batch.
     *
     * @param setAside rows that intake did not take
     */
    record Kept(BatchRecord record, SignedBatch batch, Set<Integer> setAside) {}

    /** The next batches of a lane, in order; ends before the first that is no longer kept. */
    List<Kept> read(String resource, int lane, long after, int limit) {
        List<BatchRecord> wanted = together(ledger.listAccepted(resource, lane, after, limit));
        if (wanted.isEmpty()) {
            return List.of();
        }
        BatchRecord.Place first = wanted.getFirst().place();
        long to = wanted.stream().mapToLong(each -> each.place().offset()).max().orElseThrow();
        long from =
                wanted.stream().mapToLong(each -> each.place().offset()).min().orElseThrow();
        Map<Long, byte[]> found = new HashMap<>();
        for (TopicMessage message : topics.range(first.topic(), first.partition(), from, to)) {
            if (message.value() != null) {
                found.put(message.offset(), message.value());
            }
        }
        List<Kept> kept = new ArrayList<>();
        for (BatchRecord batch : wanted) {
            byte[] bytes = found.get(batch.place().offset());
            if (bytes == null) {
                break;
            }
            kept.add(kept(batch, bytes));
        }
        return kept;
    }

    /** As many of the first as lie in one partition, not too far apart. */
    private static List<BatchRecord> together(List<BatchRecord> batches) {
        List<BatchRecord> together = new ArrayList<>();
        for (BatchRecord batch : batches) {
            BatchRecord.Place first = batches.getFirst().place();
            boolean near = batch.place().topic().equals(first.topic())
                    && batch.place().partition() == first.partition()
                    && Math.abs(batch.place().offset() - first.offset()) < WIDEST;
            if (!near) {
                break;
            }
            together.add(batch);
        }
        return together;
    }

    private Kept kept(BatchRecord record, byte[] bytes) {
        SignedBatch batch = SignedBatch.decode(bytes);
        if (!HexFormat.of().formatHex(batch.header().root()).equals(record.root())) {
            throw new IllegalStateException("the kept batch " + record.resource() + "/" + record.lane() + "/"
                    + record.sequence() + " is not what the ledger says");
        }
        Set<Integer> aside = record.badRows() == 0
                ? Set.of()
                : ledger.rowsSetAside(record.resource(), record.lane(), record.sequence());
        return new Kept(record, batch, aside);
    }
}
