package org.citybrain.launcher.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;
import org.junit.jupiter.api.Test;

class CheckRunTest {

    private static final String ONLY_ALL = "";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final CheckRun run = new CheckRun(new Walk(
            null, Launch.of(Map.of(), new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8)))));

    @Test
    void countsWhatPassedFailedAndWasSkipped() {
        boolean good = walk(
                List.of(
                        story("good", walk -> walk.expect("sum", 4, 2 + 2)),
                        story("bad", walk -> walk.expect("sum", 5, 2 + 2)),
                        story("broken", walk -> {
                            throw new IllegalStateException("no such door");
                        }),
                        story("absent", walk -> {
                            throw new SkippedException("no ../shared");
                        })),
                ONLY_ALL);

        assertThat(good).isFalse();
        assertThat(output().lines().toList().getLast()).isEqualTo("1 passed, 2 failed, 1 skipped");
        assertThat(output())
                .contains("✗ bad: sum: expected 5, observed 4")
                .contains("no such door")
                .contains("absent 跳过 skipped: no ../shared");
    }

    @Test
    void walksOnlyWhatIsAskedFor() {
        boolean good = walk(
                List.of(story("main", walk -> {}), story("kill-engines", walk -> walk.expect("never", 1, 2))), "main");

        assertThat(good).isTrue();
        assertThat(output().lines().toList().getLast()).isEqualTo("1 passed, 0 failed, 0 skipped");
    }

    @Test
    void walksALongStoryOnlyWhenItIsNamed() {
        AtomicInteger walked = new AtomicInteger();
        Story story = new Story() {
            @Override
            public String name() {
                return "killed-exchange";
            }

            @Override
            public String title() {
                return name();
            }

            @Override
            public boolean isWalkedOnlyByName() {
                return true;
            }

            @Override
            public void walk(Walk walk) {
                walked.incrementAndGet();
            }
        };
        run.walk(List.of(story), ONLY_ALL);
        assertThat(walked).hasValue(0);
        run.walk(List.of(story), "main,killed-exchange");
        assertThat(walked).hasValue(1);
    }

    @Test
    void looksAgainUntilSomethingIsThere() {
        AtomicInteger looks = new AtomicInteger();

        boolean good = walk(
                List.of(story(
                        "late",
                        walk -> walk.await(
                                "third look",
                                Duration.ofSeconds(10),
                                () -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of("there")))),
                ONLY_ALL);

        assertThat(good).isTrue();
        assertThat(looks).hasValue(3);
    }

    @Test
    void saysWhatWasSeenWhenTheTimeIsOver() {
        walk(
                List.of(story("never", walk -> walk.awaitSame("light", Duration.ofMillis(250), "green", () -> "red"))),
                ONLY_ALL);

        assertThat(output()).contains("light: expected green").contains("observed red");
    }

    private boolean walk(List<Story> stories, String only) {
        run.walk(stories, only);
        return run.summarise();
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private interface Way {
        void go(Walk walk) throws Exception;
    }

    private static Story story(String name, Way way) {
        return new Story() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String title() {
                return name;
            }

            @Override
            public void walk(Walk walk) throws Exception {
                way.go(walk);
            }
        };
    }
}
