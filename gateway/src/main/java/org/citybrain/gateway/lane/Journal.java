package org.citybrain.gateway.lane;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The append-only journal of a department's closed batches, in files of about 32 MB. A kill at any instant leaves a
 * whole beginning: opening cuts off a torn last record. Files go, oldest first, when all their batches are
 * acknowledged. Used by one thread.
 */
final class Journal implements AutoCloseable {
    private static final long SEGMENT_BYTES = 32L << 20;
    private static final String SUFFIX = ".journal";

    private final Path folder;
    private final Map<String, LaneState> lanes = new HashMap<>();
    private final Map<String, JournalledBatch> waiting = new LinkedHashMap<>();
    private final TreeMap<Long, Integer> waitingPerSegment = new TreeMap<>();
    private FileChannel channel;
    private long segment;

    private Journal(Path folder, FileChannel channel, long segment) {
        this.folder = folder;
        this.channel = channel;
        this.segment = segment;
    }

    /**
     * Opens the journal and reads back what it holds.
     *
     * @throws IOException when the folder cannot be used or an older file is damaged in its middle
     */
    static Journal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Long> segments = segments(folder);
        long last = segments.isEmpty() ? 1 : segments.getLast();
        FileChannel channel = FileChannel.open(
                file(folder, last), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Journal journal = new Journal(folder, channel, last);
        try {
            for (long number : segments) {
                journal.replay(number, number == last);
            }
            journal.writeStates();
            forceFolder(folder);
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void replay(long number, boolean last) throws IOException {
        waitingPerSegment.put(number, 0);
        try (FileChannel in = FileChannel.open(file(folder, number), StandardOpenOption.READ)) {
            ByteBuffer bytes = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size());
            JournalRecord record = JournalRecord.read(bytes);
            while (record != null) {
                apply(record, number);
                record = JournalRecord.read(bytes);
            }
            if (bytes.hasRemaining() && !last) {
                throw new IOException("The journal file " + file(folder, number) + " is damaged at byte "
                        + bytes.position() + ". Restore it from a backup; do not delete it.");
            }
            if (last) {
                channel.truncate(bytes.position());
                channel.position(bytes.position());
            }
        }
    }

    private void apply(JournalRecord record, long number) {
        switch (record.kind()) {
            case STATE -> lanes.put(record.resource(), record.state());
            case BATCH -> {
                lanes.put(record.resource(), record.state());
                JournalledBatch batch = new JournalledBatch(record.resource(), record.state(), number, record.bytes());
                waiting.put(batch.id(), batch);
                waitingPerSegment.merge(number, 1, Integer::sum);
            }
            case ACKNOWLEDGED -> forget(record.resource() + "/" + record.state().sequence());
        }
    }

    private void forget(String id) {
        JournalledBatch batch = waiting.remove(id);
        if (batch != null) {
            waitingPerSegment.merge(batch.segment(), -1, Integer::sum);
        }
    }

    /** State of a lane. */
    LaneState lane(String resource) {
        return lanes.getOrDefault(resource, LaneState.EMPTY);
    }

    /** State of every lane. */
    Map<String, LaneState> lanes() {
        return Map.copyOf(lanes);
    }

    /** Batches that nobody acknowledged, in the order in which they were closed. */
    List<JournalledBatch> unacknowledged() {
        return List.copyOf(waiting.values());
    }

    /** Appends a closed batch; it is safe only after {@link #force}. */
    JournalledBatch append(String resource, LaneState state, byte[] bytes) throws IOException {
        if (channel.position() > SEGMENT_BYTES) {
            roll();
        }
        write(new JournalRecord(JournalRecord.Kind.BATCH, resource, state, bytes));
        JournalledBatch batch = new JournalledBatch(resource, state, segment, bytes);
        lanes.put(resource, state);
        waiting.put(batch.id(), batch);
        waitingPerSegment.merge(segment, 1, Integer::sum);
        return batch;
    }

    /**
     * Notes that the receiver has a batch. The note is not forced to disk: should it be lost, the batch is sent again
     * and the receiver drops it.
     */
    void acknowledge(JournalledBatch batch) throws IOException {
        write(new JournalRecord(JournalRecord.Kind.ACKNOWLEDGED, batch.resource(), batch.state(), new byte[0]));
        forget(batch.id());
        while (waitingPerSegment.size() > 1 && waitingPerSegment.firstEntry().getValue() == 0) {
            Files.deleteIfExists(file(folder, waitingPerSegment.pollFirstEntry().getKey()));
        }
    }

    /** Makes everything appended so far survive a loss of power. */
    void force() throws IOException {
        channel.force(false);
    }

    private void roll() throws IOException {
        channel.force(true);
        channel.close();
        segment++;
        channel = FileChannel.open(file(folder, segment), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        waitingPerSegment.put(segment, 0);
        writeStates();
        forceFolder(folder);
    }

    // also at every opening: a kill inside roll may have left the newest file without some lanes' states
    private void writeStates() throws IOException {
        for (Map.Entry<String, LaneState> lane : lanes.entrySet()) {
            write(new JournalRecord(JournalRecord.Kind.STATE, lane.getKey(), lane.getValue(), new byte[0]));
        }
        channel.force(true);
    }

    private void write(JournalRecord record) throws IOException {
        ByteBuffer[] parts = record.encode();
        while (parts[1].hasRemaining() || parts[0].hasRemaining()) {
            channel.write(parts);
        }
    }

    private static Path file(Path folder, long number) {
        return folder.resolve(String.format("%012d", number) + SUFFIX);
    }

    private static List<Long> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList());
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel in = FileChannel.open(folder, StandardOpenOption.READ)) {
            in.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
