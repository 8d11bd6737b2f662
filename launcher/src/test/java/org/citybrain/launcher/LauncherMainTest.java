package org.citybrain.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherMainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Launch launch = Launch.of(
            Map.of("CB_ROOT", "repo", "CB_HOME", "elsewhere"),
            new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8)));

    static List<String> commands() {
        return List.copyOf(Commands.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsEachCommand(String command) {
        assertThat(LauncherMain.run(List.of(command, "--help"), launch)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Usage: bin/cb " + command);
    }

    @Test
    void endsWithStatusTwoOnAnUnknownCommandOrOption() {
        assertThat(LauncherMain.run(List.of("nonsense"), launch)).isEqualTo(2);
        assertThat(LauncherMain.run(List.of("demo", "--nonsense"), launch)).isEqualTo(2);
        assertThat(LauncherMain.run(List.of("demo", "--residents", "many"), launch))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo 1000",
                "run --residents 1000",
                "run --check",
                "sample 1000 --persons 1000",
                "exchange-run 1000",
                "exchange-run --rows many",
                "bench spine --json no-such-folder/spine.json",
                "bench spine --rate abc",
                "bench spine --seconds 0",
                "connect",
                "connect folder another",
                "connect folder --nonsense",
                "connect folder --titel 教育",
                "connect folder --title"
            })
    void refusesWhatItWouldOtherwisePassOver(String words) {
        assertThat(LauncherMain.run(List.of(words.split(" ")), launch)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --residents 10",
                "demo --check --residents 199",
                "with-city --residents 10 -- true",
                "bench spine --residents 10",
                "bench start --residents 10",
                "bench lookup --residents 10"
            })
    void refusesACityOfTooFewBeforeAnythingStarts(String words) {
        ByteArrayOutputStream refusal = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(refusal, true, StandardCharsets.UTF_8));
        try {
            assertThat(LauncherMain.run(List.of(words.split(" ")), launch)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(refusal.toString(StandardCharsets.UTF_8))
                .contains("--residents: 不少于 200 · at least 200 are needed, not 1");
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "bench", "with-city"})
    void saysInTheHelpHowManyResidentsACityNeeds(String command) {
        LauncherMain.run(List.of(command, "--help"), launch);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("不少于 200", "at least 200");
    }

    @Test
    void prefersTheHomeOfTheCommandLine() {
        Arguments none = new Arguments(Map.of(), List.of());
        Arguments here = new Arguments(Map.of("--home", "here"), List.of());

        assertThat(launch.home(none)).hasFileName("elsewhere").isAbsolute();
        assertThat(launch.home(here)).hasFileName("here").isAbsolute();
    }
}
