package org.citybrain.gateway.folder;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which files have come to rest: the same size and time at two looks. A text file whose last line has no end may be half a
 * file; it must rest longer.
 */
final class SettledFiles {
    private static final int LOOKS = 2;
    private static final int LOOKS_WITHOUT_END = 6;

    private final Map<Path, Seen> waiting = new HashMap<>();
    private final Map<Path, Seen> taken = new HashMap<>();

    private record Seen(long size, FileTime changed, int looks) {
        boolean isSame(Seen other) {
            return size == other.size && changed.equals(other.changed);
        }
    }

    /** Whether the file is at rest in a state that was not taken yet; it counts as taken from then on. */
    boolean isNew(Path file) throws IOException {
        try {
            Seen now = new Seen(Files.size(file), Files.getLastModifiedTime(file), 1);
            Seen last = taken.get(file);
            if (last != null && last.isSame(now)) {
                return false;
            }
            Seen before = waiting.get(file);
            Seen seen = before != null && before.isSame(now)
                    ? new Seen(now.size(), now.changed(), before.looks() + 1)
                    : now;
            if (seen.looks() < LOOKS || seen.looks() < LOOKS_WITHOUT_END && lacksEnd(file)) {
                waiting.put(file, seen);
                return false;
            }
            waiting.remove(file);
            taken.put(file, now);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean lacksEnd(Path file) throws IOException {
        if (!file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)")) {
            return false;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                return true;
            }
            bytes.seek(bytes.length() - 1);
            int last = bytes.read();
            return last != '\n' && last != '\r';
        }
    }

    /** The file moved while it was read. */
    void again(Path file) {
        taken.remove(file);
    }

    /** All files are looked at anew. */
    void forget() {
        taken.clear();
    }

    int taken() {
        return taken.size();
    }
}
