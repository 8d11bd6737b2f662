package org.citybrain.gateway.keyed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Orders a delivery's entries by key and arrival in bounded memory: full chunks wait, sorted, in files. */
public final class EntrySorter implements Closeable {
    private static final long CHUNK_BYTES = 12L << 20;

    private final Path folder;
    private final String name;
    private final long chunkBytes;
    private final List<Path> chunks = new ArrayList<>();
    private final List<Source> open = new ArrayList<>();
    private List<Entry> waiting = new ArrayList<>();
    private long waitingBytes;
    private long count;

    /** A sorter that keeps its chunks in a folder under a name; what an earlier run left there is overwritten. */
    public EntrySorter(Path folder, String name) {
        this(folder, name, CHUNK_BYTES);
    }

    EntrySorter(Path folder, String name, long chunkBytes) {
        this.folder = folder;
        this.name = name;
        this.chunkBytes = chunkBytes;
    }

    /** Takes an entry. */
    public void add(Entry entry) throws IOException {
        waiting.add(entry);
        waitingBytes += entry.bytes();
        count++;
        if (waitingBytes > chunkBytes) {
            spill();
        }
    }

    /** How many were taken. */
    public long count() {
        return count;
    }

    private void spill() throws IOException {
        waiting.sort(Entry.BY_KEY);
        Path chunk = folder.resolve(name + ".sort" + chunks.size());
        chunks.add(chunk);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(chunk)))) {
            for (Entry entry : waiting) {
                entry.write(out);
            }
        }
        waiting = new ArrayList<>();
        waitingBytes = 0;
    }

    /** A place to take entries from, in order. */
    interface Source extends Closeable {
        /** The next entry, null at the end. */
        @Nullable
        Entry next() throws IOException;
    }

    /** All entries in order. May be asked several times, one after the other. */
    Source sorted() throws IOException {
        waiting.sort(Entry.BY_KEY);
        closeOpen();
        Iterator<Entry> memory = waiting.iterator();
        open.add(new Source() {
            @Override
            public @Nullable Entry next() {
                return memory.hasNext() ? memory.next() : null;
            }

            @Override
            public void close() {}
        });
        for (Path chunk : chunks) {
            open.add(new ChunkReader(chunk));
        }
        return open.size() == 1 ? open.getFirst() : new Merge(open);
    }

    private static final class ChunkReader implements Source {
        private final DataInputStream in;

        ChunkReader(Path chunk) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(chunk), 1 << 16));
        }

        @Override
        public @Nullable Entry next() throws IOException {
            try {
                return Entry.read(in);
            } catch (EOFException e) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private record Head(Entry entry, Source rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return Entry.BY_KEY.compare(entry, other.entry);
        }
    }

    private static final class Merge implements Source {
        private final PriorityQueue<Head> heads = new PriorityQueue<>();

        Merge(List<Source> sources) throws IOException {
            for (Source source : sources) {
                take(source);
            }
        }

        private void take(Source source) throws IOException {
            Entry next = source.next();
            if (next != null) {
                heads.add(new Head(next, source));
            }
        }

        @Override
        public @Nullable Entry next() throws IOException {
            Head head = heads.poll();
            if (head == null) {
                return null;
            }
            take(head.rest());
            return head.entry();
        }

        @Override
        public void close() {}
    }

    private void closeOpen() throws IOException {
        for (Source source : open) {
            source.close();
        }
        open.clear();
    }

    /** How many different keys were taken. */
    public long distinct() throws IOException {
        Source all = sorted();
        long different = 0;
        byte[] last = null;
        for (Entry entry = all.next(); entry != null; entry = all.next()) {
            different += last == null || !Arrays.equals(last, entry.key()) ? 1 : 0;
            last = entry.key();
        }
        return different;
    }

    /** Removes the chunks. */
    @Override
    public void close() throws IOException {
        closeOpen();
        for (Path chunk : chunks) {
            Files.deleteIfExists(chunk);
        }
    }
}
