package org.citybrain.launcher.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.launcher.shell.Folders;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Stopping;
import org.citybrain.launcher.shell.Terminal;

/**
 * A home that is thrown away afterwards unless it is to be kept, also when this process is asked to end: then what runs
 * in it is stopped first.
 */
public final class TemporaryHome implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final boolean keep;
    private final Terminal terminal;
    private volatile AutoCloseable held = () -> {};
    private volatile boolean closed;

    private TemporaryHome(Path folder, boolean keep, Terminal terminal) {
        this.folder = folder;
        this.keep = keep;
        this.terminal = terminal;
    }

    public static TemporaryHome create(boolean keep, Terminal terminal) throws IOException {
        return of(Files.createTempDirectory("citybrain-"), keep, terminal);
    }

    /** A home that an earlier run kept; it is kept again. */
    public static TemporaryHome kept(Path folder, Terminal terminal) throws IOException {
        return of(folder, true, terminal);
    }

    private static TemporaryHome of(Path folder, boolean keep, Terminal terminal) throws IOException {
        TemporaryHome home = new TemporaryHome(folder.toRealPath(), keep, terminal);
        Stopping.closeOnSignal(home::stop, () -> !home.closed, terminal);
        return home;
    }

    public Path folder() {
        return folder;
    }

    /** Says what runs in this home from now on, in place of what was said before. Nothing may begin once all is stopping. */
    public void holds(AutoCloseable running) {
        held = running;
        if (Stopping.begun()) {
            throw new PlainFailure("正在停止 · stopping", "");
        }
    }

    private void stop() throws Exception {
        try {
            held.close();
        } finally {
            close();
        }
    }

    /** A second caller waits for the first. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        if (keep) {
            terminal.line("运行目录已保留 · the home is kept: " + folder);
        } else {
            delete();
        }
        closed = true;
    }

    /** Another thread of this process may still be unpacking into the folder, and fails once it is gone below it. */
    private void delete() throws IOException {
        for (int left = ATTEMPTS; ; left--) {
            try {
                Folders.deleteTree(folder);
                return;
            } catch (IOException | UncheckedIOException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }
}
