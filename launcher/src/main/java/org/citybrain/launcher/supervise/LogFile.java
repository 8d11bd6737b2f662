package org.citybrain.launcher.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one child: `<name>.log` for the running start, `<name>.1.log` … for earlier ones. */
record LogFile(Path folder, String name) {

    private static final int EARLIER_STARTS = 5;
    private static final int TAIL_BYTES = 65_536;

    Path current() {
        return folder.resolve(name + ".log");
    }

    /** Moves the logs of earlier starts on by one; the oldest goes. */
    void rotate() {
        try {
            Files.createDirectories(folder);
            for (int age = EARLIER_STARTS; age >= 1; age--) {
                Path from = age == 1 ? current() : folder.resolve(name + "." + (age - 1) + ".log");
                if (Files.exists(from)) {
                    Files.move(from, folder.resolve(name + "." + age + ".log"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rotate the log of " + name + " in " + folder, e);
        }
    }

    /** Why the program ended, at most {@code count} lines without stack frames; none when the log cannot be read. */
    List<String> reason(int count) {
        return LogEnd.reason(lastLines(Integer.MAX_VALUE), count);
    }

    /** The last lines, at most `count`; none when the log cannot be read. */
    List<String> lastLines(int count) {
        try (var file = Files.newByteChannel(current())) {
            long from = Math.max(0, file.size() - TAIL_BYTES);
            file.position(from);
            var bytes = java.nio.ByteBuffer.allocate(TAIL_BYTES);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                continue;
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
