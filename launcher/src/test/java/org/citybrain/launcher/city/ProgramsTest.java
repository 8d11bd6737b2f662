package org.citybrain.launcher.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void build() throws Exception {
        jar = folder.resolve("repository/desk/target/desk-1.jar");
        Files.createDirectories(jar.resolveSibling("lib"));
        Files.writeString(jar, "one");
        Files.createDirectories(folder.resolve("home"));
    }

    private Programs subject() {
        return new Programs(
                folder.resolve("repository"), folder.resolve("home/citybrain.properties"), HomeConfig.of(Map.of()));
    }

    @Test
    void notesTheClassesOfALastingProcessInItsHomeUnderItsOwnName() {
        List<String> words = subject().lasting("desk-a", "desk", "Main", "desk", "--name", "desk-a");
        Path classes = folder.resolve("home/classes");
        assertThat(words).contains("-XX:SharedArchiveFile=" + classes.resolve("desk-a.jsa"));
        assertThat(classes).isDirectory();
        assertThat(words)
                .endsWith(
                        "Main",
                        "--name",
                        "desk-a",
                        "--config",
                        folder.resolve("home/citybrain.properties").toString());
    }

    @Test
    void leavesShortWorkWithoutANote() {
        assertThat(subject().command("desk", "Main", "tool")).noneMatch(word -> word.contains("Archive"));
    }

    @Test
    void keepsEachProgramQuietAboutUnsafeWhereTheJdkKnowsTheOption() {
        String option = "--sun-misc-unsafe-memory-access=allow";
        assertThat(Programs.quiet(21)).isEmpty();
        assertThat(Programs.quiet(23)).containsExactly(option);
        assertThat(subject().java("desk", "Main", "tool").contains(option))
                .isEqualTo(Runtime.version().feature() >= 23);
    }

    @Test
    void tellsAnotherProgramByItsDigest() throws Exception {
        String before = subject().digest("desk");
        assertThat(subject().digest("desk")).isEqualTo(before).hasSize(64);
        Files.writeString(jar, "two");
        assertThat(subject().digest("desk")).isNotEqualTo(before);
    }
}
