package org.citybrain.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.launcher.shell.PlainFailure;

/** Looks at the room left on the disk that holds the home. */
public final class DiskRoom {

    private static final long MEBIBYTE = 1L << 20;

    private DiskRoom() {}

    /** Free room in MiB. */
    public static long freeMebibytes(Path home) {
        try {
            return Files.getFileStore(home).getUsableSpace() / MEBIBYTE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the free room of " + home, e);
        }
    }

    public static void require(Path home, long mebibytes) {
        long free = freeMebibytes(home);
        if (free < mebibytes) {
            throw new PlainFailure(
                    "磁盘空间不足 · the disk of " + home + " has " + free + " MiB left, " + mebibytes + " MiB are needed",
                    "请清理磁盘, 或用 --home 选择别的磁盘 · free some room, or choose another disk with --home");
        }
    }
}
