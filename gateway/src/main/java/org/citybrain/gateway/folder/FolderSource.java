package org.citybrain.gateway.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.OutboxException;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.lane.RowTooLargeException;
import org.citybrain.gateway.source.Source;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.time.Micros;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a folder and its subfolders for CSV files ({@code .csv}, {@code .tsv}, also {@code .gz}). */
public final class FolderSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final Duration ACKNOWLEDGEMENT = Duration.ofMinutes(10);

    private final String department;
    private final Path folder;
    private final Path stateFolder;
    private final Health health;
    private final Announcer announcer;
    private final Clock clock;
    private final Map<Path, Seen> waiting = new HashMap<>();
    private final Map<Path, Seen> done = new HashMap<>();

    private record Seen(long size, FileTime changed) {}

    /** Hears of schemas and findings. */
    public interface Announcer {
        /** The resource's rows follow this schema from now on. */
        void schema(String resource, SchemaVersion schema, String comment);

        /** What was found in a file of the resource. */
        void findings(String resource, List<Finding> findings);
    }

    /** A watcher that keeps what it has sent in the state folder. */
    public FolderSource(
            String department, Path folder, Path stateFolder, Health health, Announcer announcer, Clock clock) {
        this.department = department;
        this.folder = folder;
        this.stateFolder = stateFolder;
        this.health = health;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public String describe() {
        return "folder " + folder.getFileName();
    }

    @Override
    public void run(Outbox outbox) throws InterruptedException {
        done.clear();
        while (true) {
            try {
                Files.createDirectories(stateFolder);
                for (Path file : files(folder)) {
                    if (isSettled(file)) {
                        take(file, outbox);
                    }
                }
                health.up(describe(), done.size() + " files");
            } catch (OutboxException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted at a file");
                }
                // the file is looked at again
                done.clear();
                health.down(describe(), String.valueOf(e.getMessage()));
                LOG.warn("Folder {} of {}: {}", folder, department, e.getMessage());
                outbox.acknowledged();
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** The files that are tables, in path order. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 8)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .matches("[^.].*\\.(csv|tsv)(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    /** A file's table name: its path below the folder without the ending, in small letters, other signs as _. */
    public static String slug(Path folder, Path file) {
        String path = folder.relativize(file).toString().toLowerCase(Locale.ROOT);
        return path.replaceAll("\\.(csv|tsv)(\\.gz)?$", "").replaceAll("[^a-z0-9_\\p{IsHan}]+", "_");
    }

    // settled: the same size and time at two looks; a file that is still being written waits
    private boolean isSettled(Path file) throws IOException {
        try {
            Seen now = new Seen(Files.size(file), Files.getLastModifiedTime(file));
            if (now.equals(done.get(file))) {
                return false;
            }
            if (!now.equals(waiting.put(file, now))) {
                return false;
            }
            done.put(file, now);
            waiting.remove(file);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void take(Path file, Outbox outbox) throws IOException, InterruptedException {
        String slug = slug(folder, file);
        String resource = department + "." + slug;
        CsvTable table = new CsvTable(stateFolder, slug);
        if (table.hasPlan()) {
            send(table, resource, file, outbox);
        }
        String name = folder.relativize(file).toString();
        CsvReading reading = CsvReading.read(file, name);
        CsvTable.State state = table.state();
        if (state != null && state.digest().equals(reading.digest())) {
            announcer.schema(resource, state.schema(), name);
            return;
        }
        CsvFindings repeated = new CsvFindings(name);
        if (!reading.columns().isEmpty()) {
            table.plan(reading, key(reading, state), name, Micros.now(clock), repeated);
        }
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(repeated.all());
        if (!findings.isEmpty()) {
            announcer.findings(resource, findings);
        }
        if (table.hasPlan()) {
            send(table, resource, file, outbox);
            LOG.info(
                    "Took {} as {}: {} good rows, {} findings",
                    name,
                    resource,
                    reading.rows().size(),
                    findings.size());
        }
    }

    // the key stays what it was while its column is there
    private static @Nullable String key(CsvReading reading, CsvTable.@Nullable State state) {
        if (state == null || state.key() != null && !reading.columns().contains(state.key())) {
            return reading.guessKey();
        }
        return state.key();
    }

    private void send(CsvTable table, String resource, Path file, Outbox outbox)
            throws IOException, InterruptedException {
        CsvTable.State next = table.planned();
        announcer.schema(resource, next.schema(), folder.relativize(file).toString());
        long order = 0;
        for (CsvTable.Change change : table.changes()) {
            Position position = new Position(1, next.version(), ++order);
            try {
                outbox.append(resource, change.schema(), List.of(change.record()), position);
            } catch (RowTooLargeException e) {
                LOG.warn("{} {}: {}", resource, change.record().position(), e.getMessage());
            }
            if (order % 100_000 == 0) {
                health.note("load " + resource, order + " rows sent");
            }
        }
        if (!outbox.drain(ACKNOWLEDGEMENT)) {
            throw new IOException("The file " + file + " was not acknowledged in time");
        }
        table.finish();
        health.clear("load " + resource);
    }
}
