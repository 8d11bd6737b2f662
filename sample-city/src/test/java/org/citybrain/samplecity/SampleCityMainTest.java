package org.citybrain.samplecity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleCityMainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setErr(before);
    }

    @ParameterizedTest
    @CsvSource({
        "--persons, 199, 不少于 200, 'at least 200 are needed, not 199'",
        "--persons, many, 需要整数, 'a whole number is needed, not many'",
        "--seed, z, 需要整数, 'a whole number is needed, not z'",
        "--start, soon, 需要日期, 'a day such as 2026-11-01 is needed, not soon'"
    })
    void refusesAWrongWordOfASampleWithStatusTwoAndPointsToTheHelp(String option, String word, String zh, String en) {
        // the first of two options of a name counts
        int status = SampleCityMain.status(
                new String[] {"sample", option, word, "--persons", "3000", "--out", folder.toString()});

        assertThat(status).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(option + ": ", zh, " · ", en, "--help");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhyNoFolderCanBeMadeForASample() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThat(sampleInto(file)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("已有同名文件", file + " is a file: choose another folder");
        said.reset();

        assertThat(sampleInto(file.resolve("below"))).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("请另选", "choose another folder");
    }

    private static int sampleInto(Path out) {
        return SampleCityMain.status(new String[] {"sample", "--persons", "200", "--out", out.toString()});
    }
}
