package org.citybrain.gateway.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.citybrain.gateway.keyed.Entry;
import org.citybrain.gateway.keyed.EntrySorter;
import org.citybrain.gateway.store.AtomicFiles;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** The pages of one crawl on disk: after a kill it goes on at the page behind the last one that was kept. */
final class Crawl {
    private final Path stateFile;
    private final Path entriesFile;

    /** What a crawl asks for. */
    enum Kind {
        FULL,
        SINCE,
        KEYS
    }

    /**
     * How far a crawl is.
     *
     * @param fingerprint of the schema that its rows follow
     * @param since what changes are asked from; empty for everything
     * @param page the page that comes next
     * @param firstTotal total that the first page told, -1 when none did
     * @param lastTotal total that the last page told
     * @param pages pages that the last page told, -1 when none did
     * @param time the source's own time at the first page; empty when it does not say
     * @param newest the latest time of change among the rows; empty when there was none
     * @param broken whether the crawl cannot be believed to be whole
     * @param unknownKeys rows without a readable key
     * @param bytes of the entries file that count
     * @param digest of the last page's rows
     * @param done whether the last page was there
     */
    record Progress(
            Kind kind,
            long fingerprint,
            String since,
            int page,
            long firstTotal,
            long lastTotal,
            long pages,
            String time,
            String newest,
            boolean broken,
            long unknownKeys,
            long bytes,
            String digest,
            boolean done) {}

    Crawl(Path folder, String name) {
        stateFile = folder.resolve(name + ".crawl");
        entriesFile = folder.resolve(name + ".pages");
    }

    /** The crawl that was begun and not used up, null when there is none. */
    @Nullable
    Progress begun() throws IOException {
        return Files.exists(stateFile) ? WireJson.read(Files.readAllBytes(stateFile), Progress.class) : null;
    }

    /** Keeps one more page's entries and how far the crawl is with them; the bytes of the progress given are those before. */
    Progress keep(Progress progress, List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Entry entry : entries) {
                entry.write(out);
            }
        }
        try (FileChannel file = FileChannel.open(entriesFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // what a kill left behind the last page that counts is overwritten
            file.truncate(progress.bytes());
            file.position(progress.bytes());
            ByteBuffer page = ByteBuffer.wrap(bytes.toByteArray());
            while (page.hasRemaining()) {
                file.write(page);
            }
            file.force(true);
        }
        Progress next = new Progress(
                progress.kind(),
                progress.fingerprint(),
                progress.since(),
                progress.page(),
                progress.firstTotal(),
                progress.lastTotal(),
                progress.pages(),
                progress.time(),
                progress.newest(),
                progress.broken(),
                progress.unknownKeys(),
                progress.bytes() + bytes.size(),
                progress.digest(),
                progress.done());
        AtomicFiles.write(stateFile, WireJson.write(next));
        return next;
    }

    /** Hands all entries that were kept to a sorter. */
    void into(EntrySorter sorter, Progress progress) throws IOException {
        if (!Files.exists(entriesFile)) {
            return;
        }
        try (FileChannel file = FileChannel.open(entriesFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(progress.bytes());
        }
        long order = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(entriesFile)))) {
            while (true) {
                Entry entry = Entry.read(in);
                sorter.add(new Entry(entry.key(), order++, entry.kind(), entry.place(), entry.tuple()));
            }
        } catch (EOFException e) {
            // the last entry is through
            return;
        }
    }

    /** The crawl is used up. */
    void end() throws IOException {
        Files.deleteIfExists(stateFile);
        Files.deleteIfExists(entriesFile);
    }
}
