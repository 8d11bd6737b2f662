package org.citybrain.launcher.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.launcher.shell.Folders;
import org.citybrain.launcher.shell.Terminal;

/** A home that is thrown away afterwards unless it is to be kept. */
public record TemporaryHome(Path folder, boolean keep, Terminal terminal) implements AutoCloseable {

    public static TemporaryHome create(boolean keep, Terminal terminal) throws IOException {
        return new TemporaryHome(Files.createTempDirectory("citybrain-").toRealPath(), keep, terminal);
    }

    @Override
    public void close() throws IOException {
        if (keep) {
            terminal.line("运行目录已保留 · the home is kept: " + folder);
        } else {
            Folders.deleteTree(folder);
        }
    }
}
