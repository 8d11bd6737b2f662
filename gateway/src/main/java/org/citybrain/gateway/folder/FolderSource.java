package org.citybrain.gateway.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.citybrain.gateway.declared.Descriptions;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.keyed.KeyedTable;
import org.citybrain.gateway.keyed.PlanSender;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.OutboxException;
import org.citybrain.gateway.source.Announcer;
import org.citybrain.gateway.source.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a folder and its subfolders for files of rows ({@code .csv}, {@code .tsv}, also {@code .gz}, and {@code
 * .xlsx}). What {@code citybrain.yaml} declares there is taken as it says; every other file is a table of its own.
 */
public final class FolderSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
    private static final long LOOK_MILLIS = 1_000;

    private final String department;
    private final Path folder;
    private final Path stateFolder;
    private final Health health;
    private final Announcer announcer;
    private final Clock clock;
    private final SettledFiles settled = new SettledFiles();
    private final DeclaredFiles declaredFiles;
    private @Nullable FolderDescription description;
    private @Nullable FileTime described;

    /** A watcher that keeps what it has sent in the state folder. */
    public FolderSource(
            String department, Path folder, Path stateFolder, Health health, Announcer announcer, Clock clock) {
        this.department = department;
        this.folder = folder;
        this.stateFolder = stateFolder;
        this.health = health;
        this.announcer = announcer;
        this.clock = clock;
        this.declaredFiles = new DeclaredFiles(folder, stateFolder, settled, announcer);
    }

    @Override
    public String describe() {
        return "folder " + folder.getFileName();
    }

    @Override
    public void run(Outbox outbox) throws InterruptedException {
        settled.forget();
        while (true) {
            try {
                Files.createDirectories(stateFolder);
                Files.createDirectories(folder);
                look(outbox);
                health.up(describe(), settled.taken() + " files");
            } catch (OutboxException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted at a file");
                }
                // the files are looked at again
                settled.forget();
                health.down(describe(), String.valueOf(e.getMessage()));
                LOG.warn("Folder {} of {}: {}", folder, department, e.getMessage());
                outbox.acknowledged();
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private void look(Outbox outbox) throws IOException, InterruptedException {
        PlanSender sender = new PlanSender(outbox, announcer, health);
        readDescription();
        List<Path> files = files(folder);
        Set<Path> declared = new HashSet<>();
        if (description != null) {
            for (FolderDescription.Table table : description.tables()) {
                TableFeed feed = feed(table.table(), sender);
                declared.addAll(declaredFiles.take(table, feed, files));
            }
        }
        for (Path file : files) {
            if (!declared.contains(file) && settled.isNew(file)) {
                takePlain(file, feed(slug(folder, file), sender));
            }
        }
    }

    private TableFeed feed(String slug, PlanSender sender) {
        return new TableFeed(department + "." + slug, new KeyedTable(stateFolder, slug), sender, announcer, clock);
    }

    private void takePlain(Path file, TableFeed feed) throws IOException, InterruptedException {
        String name = folder.relativize(file).toString();
        feed.goOn(name);
        try (Spool spool = Spool.of(file, stateFolder)) {
            feed.takePlain(spool, name);
        } catch (Spool.ChangedException e) {
            settled.again(file);
        } catch (java.util.zip.ZipException e) {
            refuse(feed, name, e);
        }
    }

    private void refuse(TableFeed feed, String name, IOException reason) {
        FileFindings findings = new FileFindings(name);
        findings.unreadable(String.valueOf(reason.getMessage()));
        announcer.findings(feed.resource(), findings.all());
    }

    /** The description as it is now; one that cannot be used is told once and the last good one stays. */
    private void readDescription() throws IOException {
        Path file = folder.resolve(FolderDescription.FILE);
        if (!Files.exists(file)) {
            return;
        }
        FileTime changed = Files.getLastModifiedTime(file);
        if (changed.equals(described)) {
            return;
        }
        try {
            description = Descriptions.read(file, FolderDescription.class);
            settled.forget();
        } catch (IOException e) {
            FileFindings findings = new FileFindings(FolderDescription.FILE);
            findings.description(String.valueOf(e.getMessage()));
            announcer.findings(department + ".folder", findings.all());
            LOG.warn("{}: {}", department, e.getMessage());
        }
        described = changed;
    }

    /** The files that are tables, in path order; hidden ones and those that a spreadsheet program locks with are not. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 8)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .matches("(?!~\\$)[^.].*\\.((csv|tsv)(\\.gz)?|xlsx)"))
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            throw new NoSuchFileException(String.valueOf(e.getMessage()));
        }
    }

    /** A file's table name: its path below the folder without the ending, in small letters, other signs as _. */
    public static String slug(Path folder, Path file) {
        String path = folder.relativize(file).toString().toLowerCase(Locale.ROOT);
        return path.replaceAll("\\.((csv|tsv)(\\.gz)?|xlsx)$", "").replaceAll("[^a-z0-9_\\p{IsHan}]+", "_");
    }
}
