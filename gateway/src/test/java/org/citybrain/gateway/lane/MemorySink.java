package org.citybrain.gateway.lane;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;

/** A sink that keeps what it takes, and can refuse or hold back acknowledgements. */
public final class MemorySink implements BatchSink, SentBatches {
    /** A message as it was sent. */
    public record Message(String topic, String key, byte[] value) {
        public SignedBatch batch() {
            return SignedBatch.decode(value);
        }
    }

    private final List<Message> messages = new ArrayList<>();
    private volatile Predicate<Message> refuses = message -> false;
    private volatile boolean silent;

    public void refuse(Predicate<Message> which) {
        refuses = which;
    }

    /** Takes messages but never acknowledges, as a receiver that is cut off. */
    public void beSilent(boolean value) {
        silent = value;
    }

    @Override
    public synchronized CompletableFuture<Void> send(String topic, String key, byte[] value) {
        Message message = new Message(topic, key, value);
        if (refuses.test(message)) {
            return CompletableFuture.failedFuture(new IllegalStateException("refused"));
        }
        messages.add(message);
        return silent ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
    }

    @Override
    public void read(String resource, Reader reader) throws IOException {
        for (Message message : messages()) {
            if (message.key().equals(resource)) {
                reader.batch(message.value());
            }
        }
    }

    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    /** What intake would take: of each resource the next sequence only; repeats are dropped, a gap is an error. */
    public List<SignedBatch> accepted(String resource) {
        List<SignedBatch> taken = new ArrayList<>();
        for (Message message : messages()) {
            if (!message.key().equals(resource)) {
                continue;
            }
            SignedBatch batch = message.batch();
            if (batch.header().sequence() == taken.size() + 1L) {
                taken.add(batch);
            } else if (batch.header().sequence() > taken.size()) {
                throw new IllegalStateException("Gap before " + batch.header().sequence() + " of " + resource);
            } else if (!java.util.Arrays.equals(
                    taken.get((int) batch.header().sequence() - 1).encode(), message.value())) {
                throw new IllegalStateException("A repeat of " + resource + " differs from the first sending");
            }
        }
        return taken;
    }

    public List<ChangeRecord> records(String resource) {
        return accepted(resource).stream()
                .flatMap(batch -> batch.records().stream())
                .map(ChangeRecord::decode)
                .toList();
    }

    @Override
    public void close() {}
}
