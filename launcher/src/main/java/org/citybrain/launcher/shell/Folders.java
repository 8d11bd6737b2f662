package org.citybrain.launcher.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Work on whole folders. */
public final class Folders {

    private Folders() {}

    /** Deletes the folder and all below it; does nothing when it is not there. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Fills a folder. */
    @FunctionalInterface
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    /**
     * A folder below `parent` with a product's files, filled unless it is there already. It is filled under another name first:
     * half of it never counts, and of several processes one is the first.
     */
    public static Path filledOnce(Path parent, String name, String product, Filling filling) {
        Path folder = parent.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path fresh = parent.resolve(name + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(fresh);
            filling.into(fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(fresh);
            if (Files.isDirectory(folder)) {
                return folder; // another process was first
            }
            throw new PlainFailure(
                    "无法解开 " + product + " · cannot unpack " + product + " into " + parent + ": " + e.getMessage(),
                    "请检查磁盘空间与权限 · check the disk's room and the folder's rights",
                    e);
        }
        return folder;
    }

    private static void discard(Path folder) {
        try {
            deleteTree(folder);
        } catch (IOException leftBehind) {
            // The folder's name carries this process's number; what stays is clutter, not harm.
            return;
        }
    }
}
