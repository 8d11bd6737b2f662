package org.citybrain.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Supervisor supervisor;

    @BeforeEach
    void prepare() {
        supervisor =
                new Supervisor(new Spawner(home), new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void restartsAChildThatWasKilledAndSaysSo() {
        Child child = supervisor.start(sleeper("worker", "sleep 600"));
        long first = child.runningProcess().pid();

        child.runningProcess().destroyForcibly();
        await(() -> child.restarts() == 1 && child.isRunning());

        assertThat(child.runningProcess().pid()).isNotEqualTo(first);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("ended unasked (status 137)");
    }

    @Test
    void showsTheEndOfTheLogWhenAChildDoesNotStart() {
        ChildSpec broken = new ChildSpec(
                "broken",
                "Broken",
                List.of("sh", "-c", "echo the port 1 is in use; exit 3"),
                () -> false,
                LIMIT,
                1,
                "TERM",
                LIMIT);

        assertThatThrownBy(() -> supervisor.start(broken))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("the port 1 is in use");
    }

    @Test
    void showsTheCauseAndTheLogInsteadOfFramesWhenAProgramFails() {
        String trace =
                "x.YException: bad\\n\\tat a.B.c(B.java:1)\\nCaused by: x.ZException: 磁盘已满\\n\\tat a.B.d(B.java:2)\\n";

        assertThatThrownBy(
                        () -> supervisor.runOnce("job", "Job", List.of("sh", "-c", "printf '" + trace + "'; exit 1")))
                .isInstanceOfSatisfying(PlainFailure.class, failure -> {
                    assertThat(failure.getMessage())
                            .contains("x.ZException: 磁盘已满")
                            .doesNotContain("at a.B");
                    assertThat(failure.advice()).contains("job.log");
                });
    }

    @Test
    void stopsAllWithoutRestartingThem() {
        Child first = supervisor.start(sleeper("first", "sleep 600"));
        Child second = supervisor.start(sleeper("second", "sleep 600"));

        supervisor.close();

        assertThat(first.isRunning()).isFalse();
        assertThat(second.isRunning()).isFalse();
        assertThat(first.restarts() + second.restarts()).isZero();
        assertThat(home.resolve("run")).isEmptyDirectory();
    }

    @Test
    void killsAChildThatDoesNotListen() {
        Child deaf = supervisor.start(new ChildSpec(
                "deaf",
                "Deaf",
                List.of(
                        "sh",
                        "-c",
                        "trap '' TERM; touch " + home.resolve("deaf.ready") + "; while :; do sleep 1; done"),
                () -> Files.exists(home.resolve("deaf.ready")),
                LIMIT,
                1,
                "TERM",
                Duration.ofMillis(300)));

        supervisor.close();

        assertThat(deaf.isRunning()).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("was killed");
    }

    @Test
    void namesWhatItWaitsForWhileStopping() {
        Supervisor patient = new Supervisor(
                new Spawner(home),
                new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8)),
                Duration.ofMillis(100));
        patient.start(sleeper("quick", "sleep 600"));
        patient.start(new ChildSpec(
                "slow",
                "Slow",
                List.of(
                        "sh",
                        "-c",
                        "trap 'sleep 1; exit' TERM; touch " + home.resolve("slow.ready")
                                + "; while :; do sleep 0.1; done"),
                () -> Files.exists(home.resolve("slow.ready")),
                LIMIT,
                2,
                "TERM",
                LIMIT));

        patient.close();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("waiting for the end of: Slow · ");
    }

    @Test
    void letsASecondCallerWaitUntilTheFirstHasStoppedAll() throws Exception {
        Path asked = home.resolve("slow.asked");
        Child slow = supervisor.start(new ChildSpec(
                "slow",
                "Slow",
                List.of(
                        "sh",
                        "-c",
                        "trap 'touch " + asked + "; sleep 1; exit' TERM; touch " + home.resolve("slow.ready")
                                + "; while :; do sleep 0.1; done"),
                () -> Files.exists(home.resolve("slow.ready")),
                LIMIT,
                1,
                "TERM",
                LIMIT));
        Thread first = Thread.ofPlatform().start(supervisor::close);
        await(() -> Files.exists(asked));

        supervisor.close();

        assertThat(slow.isRunning()).isFalse();
        first.join();
    }

    @Test
    void endsWhatAKilledLauncherLeftBehindInThisHomeOnly() throws Exception {
        Process orphan = new ProcessBuilder("sh", "-c", "while :; do sleep 1; done # " + home).start();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/orphan.pid"), Long.toString(orphan.pid()));
        Files.writeString(home.resolve("run/stranger.pid"), Long.toString(stranger.pid()));

        Orphans.end(home, new Terminal(System.out));

        assertThat(orphan.isAlive()).isFalse();
        assertThat(stranger.isAlive()).isTrue();
        assertThat(home.resolve("run")).isEmptyDirectory();
        stranger.destroy();
    }

    @Test
    void keepsTheLogsOfEarlierStarts() throws Exception {
        supervisor.runOnce("job", "Job", List.of("echo", "one"));
        supervisor.runOnce("job", "Job", List.of("echo", "two"));

        assertThat(Files.readString(home.resolve("log/job.log"))).isEqualTo("two\n");
        assertThat(Files.readString(home.resolve("log/job.1.log"))).isEqualTo("one\n");
    }

    private static ChildSpec sleeper(String name, String command) {
        return new ChildSpec(name, name, List.of("sh", "-c", command), () -> true, LIMIT, 1, "TERM", LIMIT);
    }

    private static void await(Readiness condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Pause.of(Duration.ofMillis(50));
        }
    }
}
