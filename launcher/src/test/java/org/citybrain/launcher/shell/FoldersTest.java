package org.citybrain.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    private Path parent;

    @Test
    void fillsAFolderOnce() {
        Path folder = Folders.filledOnce(parent, "tools", "Tools", to -> Files.writeString(to.resolve("tool"), "1"));
        Path again = Folders.filledOnce(parent, "tools", "Tools", to -> Files.writeString(to.resolve("tool"), "2"));

        assertThat(again).isEqualTo(folder).isEqualTo(parent.resolve("tools"));
        assertThat(folder.resolve("tool")).hasContent("1");
    }

    @Test
    void takesTheFolderOfAnotherProcessThatWasFirst() {
        Path folder = Folders.filledOnce(parent, "tools", "Tools", to -> {
            Files.writeString(to.resolve("tool"), "mine");
            Files.createDirectories(parent.resolve("tools"));
            Files.writeString(parent.resolve("tools").resolve("tool"), "theirs");
        });

        assertThat(folder.resolve("tool")).hasContent("theirs");
        assertThat(parent).isDirectoryNotContaining("glob:**tools.*");
    }

    @Test
    void leavesNothingHalfFilledAndSaysWhatFailed() {
        assertThatThrownBy(() -> Folders.filledOnce(parent, "tools", "Tools", to -> {
                    Files.writeString(to.resolve("tool"), "half");
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("Tools")
                .hasMessageContaining("the disk is full");
        assertThat(parent).isEmptyDirectory();
    }
}
