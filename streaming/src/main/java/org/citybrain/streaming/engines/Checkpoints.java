package org.citybrain.streaming.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints that jobs left behind: {@code <folder>/<job>/<run>/chk-N/_metadata}. A checkpoint is complete when
 * its {@code _metadata} is there; Flink writes that file last and in one step.
 */
public final class Checkpoints {
    private static final String METADATA = "_metadata";

    private final Path folder;

    public Checkpoints(Path folder) {
        this.folder = folder;
    }

    /** Where a job keeps its checkpoints, whatever run it is in. */
    public Path folderOf(String job) {
        return folder.resolve(job);
    }

    /** The newest complete checkpoint of any run of the job. */
    public Optional<Path> findNewest(String job) {
        return list(job).stream().findFirst();
    }

    /** All complete checkpoints of the job, newest first. */
    public List<Path> list(String job) {
        Path jobFolder = folderOf(job);
        if (!Files.isDirectory(jobFolder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(jobFolder, 3)) {
            return paths.filter(path -> path.endsWith(METADATA))
                    .map(path -> path.toAbsolutePath().getParent())
                    .sorted(Comparator.comparing(Checkpoints::numberOf)
                            .thenComparing(Checkpoints::writtenAt)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the checkpoints in " + jobFolder, e);
        } catch (UncheckedIOException e) {
            // a run removed an old checkpoint while we looked; the newest are never removed
            return list(job);
        }
    }

    // numbers go on across runs, because each run starts from the newest checkpoint of the one before
    private static long numberOf(Path checkpoint) {
        String name = String.valueOf(checkpoint.getFileName());
        return name.startsWith("chk-") ? Long.parseLong(name.substring(4)) : -1;
    }

    private static FileTime writtenAt(Path checkpoint) {
        try {
            return Files.getLastModifiedTime(checkpoint.resolve(METADATA));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
