package org.citybrain.launcher.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.citybrain.launcher.shell.Terminal;

/**
 * What a launcher that was killed left running. A pid file alone proves nothing, numbers are used again: only a process whose
 * command line names this home is asked to end.
 */
public final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphans() {}

    /** Ends every process that an earlier launcher of this home left behind. Call it with the home's lock in hand. */
    public static void end(Path home, Terminal terminal) {
        Path run = home.resolve("run");
        if (!Files.isDirectory(run)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(run, "*.pid")) {
            for (Path file : files) {
                ofHome(file, home).ifPresent(process -> {
                    terminal.trouble("正在停止上次遗留的进程 · stopping process " + process.pid() + " ("
                            + String.valueOf(file.getFileName()).replace(".pid", "") + "), left by an earlier start");
                    Signals.end(process, file.toString().contains("postgres") ? "INT" : "TERM", PATIENCE);
                });
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + run, e);
        }
    }

    private static Optional<ProcessHandle> ofHome(Path pidFile, Path home) throws IOException {
        String text = Files.readString(pidFile).strip();
        if (!text.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(text)).filter(process -> names(process, home));
    }

    /** Whether the process's command line names the folder. */
    public static boolean names(ProcessHandle process, Path folder) {
        return process.info().commandLine().orElse("").contains(folder.toString());
    }
}
