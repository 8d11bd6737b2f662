package org.citybrain.gateway.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.citybrain.gateway.source.Announcer;
import org.jspecify.annotations.Nullable;

/**
 * The files of one declared table: of several numbered full files the newest counts, changes follow it number by number.
 * What is behind the number taken last is history.
 */
final class DeclaredFiles {
    private final Path folder;
    private final Path stateFolder;
    private final SettledFiles settled;
    private final Announcer announcer;
    private final Set<String> toldGaps = new HashSet<>();

    DeclaredFiles(Path folder, Path stateFolder, SettledFiles settled, Announcer announcer) {
        this.folder = folder;
        this.stateFolder = stateFolder;
        this.settled = settled;
        this.announcer = announcer;
    }

    /** Where a table stands: the number of the file taken last, and its digest. */
    private record Mark(long number, String digest) {
        static Mark of(@Nullable String text) {
            if (text == null) {
                return new Mark(-1, "");
            }
            int colon = text.indexOf(':');
            return new Mark(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
        }

        @Override
        public String toString() {
            return number + ":" + digest;
        }
    }

    /** Takes what is new; returns all files that belong to the table. */
    Collection<Path> take(FolderDescription.Table table, TableFeed feed, List<Path> files)
            throws IOException, InterruptedException {
        NavigableMap<Long, Path> full = table.whole(folder, files);
        NavigableMap<Long, Path> changes = table.changed(folder, files);
        Set<Path> own = new HashSet<>(full.values());
        own.addAll(changes.values());
        feed.goOn(table.table());
        if (!full.isEmpty() && full.lastKey() >= Mark.of(feed.mark()).number()) {
            takeFull(table, feed, full.lastKey(), full.get(full.lastKey()));
        }
        takeChanges(table, feed, changes);
        return own;
    }

    private void takeFull(FolderDescription.Table table, TableFeed feed, long number, @Nullable Path file)
            throws IOException, InterruptedException {
        if (file == null || !settled.isNew(file)) {
            return;
        }
        try (Spool spool = Spool.of(file, stateFolder)) {
            Mark mark = new Mark(number, spool.digest());
            if (!mark.toString().equals(feed.mark())) {
                feed.takeDeclared(spool, nameOf(file), table, null, mark.toString());
            }
        } catch (Spool.ChangedException e) {
            settled.again(file);
        }
    }

    private void takeChanges(FolderDescription.Table table, TableFeed feed, NavigableMap<Long, Path> changes)
            throws IOException, InterruptedException {
        long last = Mark.of(feed.mark()).number();
        if (last < 0) {
            return;
        }
        for (Long number : new ArrayList<>(changes.tailMap(last, false).keySet())) {
            Path file = changes.get(number);
            if (file == null || !settled.isNew(file)) {
                return;
            }
            if (number != last + 1) {
                if (toldGaps.add(table.table() + " " + (last + 1))) {
                    FileFindings findings = new FileFindings(nameOf(file));
                    findings.gap(last + 1);
                    announcer.findings(feed.resource(), findings.all());
                }
                // looked at again when the missing one is there
                changes.tailMap(number, true).values().forEach(settled::again);
                return;
            }
            try (Spool spool = Spool.of(file, stateFolder)) {
                feed.takeDeclared(
                        spool, nameOf(file), table, table.operation(), new Mark(number, spool.digest()).toString());
            } catch (Spool.ChangedException e) {
                settled.again(file);
                return;
            }
            if (Mark.of(feed.mark()).number() != number) {
                return;
            }
            last = number;
        }
    }

    private String nameOf(Path file) {
        return folder.relativize(file).toString();
    }
}
