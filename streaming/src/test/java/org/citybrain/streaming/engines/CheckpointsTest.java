package org.citybrain.streaming.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which checkpoint a job goes on from. */
class CheckpointsTest {
    @TempDir
    Path folder;

    private void checkpoint(String run, int number, boolean complete) throws IOException {
        Path place =
                Files.createDirectories(folder.resolve("intake@1").resolve(run).resolve("chk-" + number));
        if (complete) {
            Files.createFile(place.resolve("_metadata"));
        }
    }

    @Test
    void takesTheHighestCompleteOneOfAnyRun() throws IOException {
        checkpoint("aaa", 9, true);
        checkpoint("bbb", 11, true);
        checkpoint("bbb", 12, false);
        assertThat(new Checkpoints(folder).findNewest("intake@1").orElseThrow()).endsWith(Path.of("bbb", "chk-11"));
        assertThat(new Checkpoints(folder).list("intake@1")).hasSize(2);
    }

    @Test
    void hasNoneForAJobThatNeverRan() {
        assertThat(new Checkpoints(folder).findNewest("other@1")).isEmpty();
    }
}
