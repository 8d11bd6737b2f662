package org.citybrain.gateway.lane;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.Records;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A department's way out: changes are collected per resource, closed as signed batches after 150 ms, 2,000 rows or 500
 * KB, journalled, forced to disk together, then sent in order. Every appended change has an ordinal; a source moves its
 * own offset only up to {@link #acknowledged()}. After a failure every call throws {@link OutboxException}; opening the
 * outbox anew resends what was not acknowledged.
 */
public final class Outbox implements AutoCloseable {
    private static final long CLOSE_AFTER_NANOS = Duration.ofMillis(150).toNanos();
    private static final long MAX_WAITING_BYTES = 32L << 20;
    /** So many batches are sealed, journalled and forced together before they are sent. */
    private static final int SEALED_TOGETHER = 16;
    /** Most bytes of records in a batch. */
    public static final int MAX_BATCH_BYTES = OpenBatch.MAX_BYTES;
    /** Most records in a batch. */
    public static final int MAX_BATCH_ROWS = OpenBatch.MAX_ROWS;

    private final String department;
    private final String node;
    private final Sm2.Signer signer;
    private final Journal journal;
    private final BatchSink sink;
    private final Clock clock;
    private final Thread sealer;

    // all below is guarded by this
    private final Map<String, OpenBatch> open = new LinkedHashMap<>();
    private final Deque<ClosedBatch> closed = new ArrayDeque<>();
    private final Deque<JournalledBatch> delivered = new ArrayDeque<>();
    private final TreeMap<Long, Integer> outstanding = new TreeMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private long lastOrdinal;
    private long waitingBytes;
    private long sentRows;
    private boolean flushAsked;
    private boolean stopping;
    private @Nullable Throwable failure;

    private Outbox(String department, String node, Sm2.Signer signer, Journal journal, BatchSink sink, Clock clock) {
        this.department = department;
        this.node = node;
        this.signer = signer;
        this.journal = journal;
        this.sink = sink;
        this.clock = clock;
        journal.lanes().forEach((resource, state) -> positions.put(resource, state.position()));
        this.sealer = Thread.ofPlatform().name("outbox-" + department).daemon().unstarted(this::seal);
    }

    /**
     * Opens the department's outbox and sends again what was not acknowledged.
     *
     * @throws IOException when the journal cannot be used
     */
    public static Outbox open(
            String department, String node, Sm2.Signer signer, Path folder, BatchSink sink, Clock clock)
            throws IOException {
        Outbox outbox = new Outbox(department, node, signer, Journal.open(folder), sink, clock);
        List<JournalledBatch> again = outbox.journal.unacknowledged();
        synchronized (outbox) {
            outbox.outstanding.putAll(again.isEmpty() ? Map.of() : Map.of(0L, again.size()));
            outbox.waitingBytes =
                    again.stream().mapToLong(batch -> batch.bytes().length).sum();
        }
        again.forEach(batch -> outbox.send(batch, 0L));
        outbox.sealer.start();
        return outbox;
    }

    /** Position of the resource's last change that was appended or journalled; earlier ones are replays. */
    public synchronized Position lastPosition(String resource) {
        return positions.getOrDefault(resource, Position.START);
    }

    /**
     * Appends a change, or the parts of one change that share a position: all of them, or none when it is a replay.
     * Waits while too much is unacknowledged.
     *
     * @return the change's ordinal; 0 when it is a replay and was skipped
     * @throws OutboxException when the outbox has failed
     * @throws RowTooLargeException when the rows alone are larger than a batch
     */
    public long append(String resource, SchemaVersion schema, List<ChangeRecord> parts, Position position)
            throws InterruptedException {
        List<byte[]> records = parts.stream().map(ChangeRecord::encode).toList();
        int bytes = records.stream().mapToInt(record -> record.length + 5).sum();
        if (bytes > OpenBatch.MAX_BYTES) {
            throw new RowTooLargeException(resource, bytes);
        }
        synchronized (this) {
            if (position.compareTo(lastPosition(resource)) <= 0) {
                return 0;
            }
            awaitRoom();
            // one batch holds all parts: a kill between two batches would take the rest for a replay
            OpenBatch batch = batchFor(resource, schema, bytes, records.size());
            int before = batch.bytes();
            for (int i = 0; i < records.size(); i++) {
                batch.add(records.get(i), position, parts.get(i).sourceTimeMicros());
            }
            positions.put(resource, position);
            waitingBytes += batch.bytes() - before;
            if (batch.isFull()) {
                close(batch);
            }
            return lastOrdinal;
        }
    }

    /**
     * Appends a whole batch of rows, for first loads; what is open of the resource goes before it. The caller keeps within
     * {@link #MAX_BATCH_BYTES} and {@link #MAX_BATCH_ROWS}. Waits while too much is unacknowledged.
     *
     * @param position of the last row
     * @return the batch's ordinal; 0 when it is a replay and was skipped
     * @throws OutboxException when the outbox has failed
     */
    public synchronized long appendWhole(
            String resource, SchemaVersion schema, Records rows, Position position, long sourceTimeMicros)
            throws InterruptedException {
        if (position.compareTo(lastPosition(resource)) <= 0) {
            return 0;
        }
        awaitRoom();
        OpenBatch before = open.get(resource);
        if (before != null) {
            close(before);
        }
        lastOrdinal++;
        outstanding.put(lastOrdinal, 1);
        positions.put(resource, position);
        ClosedBatch batch =
                new ClosedBatch(resource, schema.fingerprint(), lastOrdinal, rows, position, sourceTimeMicros);
        waitingBytes += batch.bytes();
        closed.add(batch);
        notifyAll();
        return lastOrdinal;
    }

    private void awaitRoom() throws InterruptedException {
        while (waitingBytes > MAX_WAITING_BYTES && failure == null && !stopping) {
            wait();
        }
        requireWorking();
    }

    private OpenBatch batchFor(String resource, SchemaVersion schema, int bytes, int rows) {
        OpenBatch batch = open.get(resource);
        if (batch != null && !batch.takes(schema, bytes, rows)) {
            close(batch);
            batch = null;
        }
        lastOrdinal++;
        if (batch == null) {
            batch = new OpenBatch(resource, schema, lastOrdinal, System.nanoTime());
            open.put(resource, batch);
            outstanding.put(lastOrdinal, 1);
            notifyAll();
        }
        return batch;
    }

    private void close(OpenBatch batch) {
        open.remove(batch.resource());
        closed.add(batch.closed());
        notifyAll();
    }

    /** Every change with an ordinal up to this one is acknowledged; below 0 while an earlier run's batches are not. */
    public synchronized long acknowledged() {
        requireWorking();
        return outstanding.isEmpty() ? lastOrdinal : outstanding.firstKey() - 1;
    }

    /** Ordinal of the last appended change. */
    public synchronized long lastOrdinal() {
        return lastOrdinal;
    }

    /** Rows sent and acknowledged since the outbox was opened. */
    public synchronized long sentRows() {
        return sentRows;
    }

    /** Bytes that wait for an acknowledgement. */
    public synchronized long waitingBytes() {
        return waitingBytes;
    }

    /**
     * Closes what is open and waits until everything is acknowledged.
     *
     * @return whether it was in time
     */
    public synchronized boolean drain(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        flushAsked = true;
        notifyAll();
        while (failure == null && !outstanding.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        requireWorking();
        return true;
    }

    private void requireWorking() {
        if (failure != null) {
            throw new OutboxException(
                    "The outbox of " + department + " stopped: " + failure.getMessage()
                            + ". It sends again when it is reopened.",
                    failure);
        }
        if (stopping) {
            throw new OutboxException("The outbox of " + department + " is closed", new IllegalStateException());
        }
    }

    private void seal() {
        try {
            List<ClosedBatch> ready = new ArrayList<>();
            while (takeReady(ready)) {
                writeAcknowledgements();
                sealAll(ready);
                ready.clear();
            }
            writeAcknowledgements();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    // waits until a batch is full, old enough or asked for, or an acknowledgement is to be noted
    private synchronized boolean takeReady(List<ClosedBatch> ready) throws InterruptedException {
        while (!stopping && failure == null) {
            long now = System.nanoTime();
            long nextNanos = Long.MAX_VALUE;
            for (OpenBatch batch : List.copyOf(open.values())) {
                long left = batch.openedNanos() + CLOSE_AFTER_NANOS - now;
                if (left <= 0 || flushAsked || batch.isFull()) {
                    open.remove(batch.resource());
                    closed.add(batch.closed());
                } else {
                    nextNanos = Math.min(nextNanos, left);
                }
            }
            flushAsked = false;
            if (!closed.isEmpty() || !delivered.isEmpty()) {
                while (!closed.isEmpty() && ready.size() < SEALED_TOGETHER) {
                    ready.add(closed.poll());
                }
                return true;
            }
            wait(nextNanos == Long.MAX_VALUE ? 1_000 : Math.max(1, nextNanos / 1_000_000));
        }
        return false;
    }

    private void sealAll(List<ClosedBatch> ready) throws IOException {
        List<JournalledBatch> written = new ArrayList<>(ready.size());
        for (ClosedBatch batch : ready) {
            LaneState before = journal.lane(batch.resource());
            LaneState state = new LaneState(before.sequence() + 1, batch.position());
            SignedBatch sealed = SignedBatch.seal(
                    new SignedBatch.Draft(
                            batch.resource(),
                            node,
                            0,
                            state.sequence(),
                            batch.fingerprint(),
                            Micros.now(clock),
                            batch.lastSourceTimeMicros()),
                    batch.records(),
                    signer);
            written.add(journal.append(batch.resource(), state, sealed.encode()));
        }
        if (written.isEmpty()) {
            return;
        }
        journal.force();
        synchronized (this) {
            for (int i = 0; i < written.size(); i++) {
                waitingBytes += written.get(i).bytes().length - ready.get(i).bytes();
            }
        }
        // not under the lock: a sink that waits for room must not keep its own acknowledgements out
        for (int i = 0; i < written.size(); i++) {
            send(written.get(i), ready.get(i).firstOrdinal());
        }
    }

    private void send(JournalledBatch batch, long firstOrdinal) {
        sink.send(Topics.batches(department), batch.resource(), batch.bytes()).whenComplete((done, error) -> {
            if (error != null) {
                fail(error);
            } else {
                delivered(batch, firstOrdinal);
            }
        });
    }

    private synchronized void delivered(JournalledBatch batch, long firstOrdinal) {
        outstanding.compute(firstOrdinal, (ordinal, count) -> count == null || count == 1 ? null : count - 1);
        waitingBytes -= batch.bytes().length;
        sentRows += rowCount(batch.bytes());
        delivered.add(batch);
        notifyAll();
    }

    private static int rowCount(byte[] batch) {
        return org.citybrain.kernel.batch.BatchHeader.decode(java.nio.ByteBuffer.wrap(batch))
                .rowCount();
    }

    private void writeAcknowledgements() throws IOException {
        List<JournalledBatch> batches;
        synchronized (this) {
            batches = List.copyOf(delivered);
            delivered.clear();
        }
        for (JournalledBatch batch : batches) {
            journal.acknowledge(batch);
        }
    }

    private synchronized void fail(Throwable error) {
        if (failure == null) {
            failure = error;
        }
        notifyAll();
    }

    /** Stops without waiting: what is not acknowledged is sent again at the next opening. */
    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        try {
            if (Thread.currentThread() != sealer) {
                sealer.join(5_000);
            }
            journal.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new OutboxException("The journal of " + department + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
