package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** Everything is stopped in order and started again: the same home goes on where it was, and no row comes twice. */
public final class RestartStory implements Story {

    private static final long STOP_LIMIT_SECONDS = 25;
    private static final Duration QUIET = Duration.ofSeconds(120);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public String title() {
        return "停止后再次启动, 从原处继续 · a second start goes on where the first was";
    }

    @Override
    public void walk(Walk walk) {
        walk.awaitSame(
                "没有对象待判定 nothing waits for a rule",
                QUIET,
                true,
                () -> walk.machine()
                                        .get("/api/decisions/waiting")
                                        .at("/waiting/value")
                                        .asLong()
                                == 0
                        && !Cases.of(walk, "county-officer").alerts().isEmpty());
        List<JsonNode> before = Cases.of(walk, "county-officer").alerts();
        Map<String, String> settings = walk.config().startingWith("");
        long begin = System.nanoTime();
        walk.city().close();
        long seconds = (System.nanoTime() - begin) / 1_000_000_000L;
        walk.expectThat("全部停止 all stopped in order", seconds <= STOP_LIMIT_SECONDS, seconds + " s");

        walk.restart();

        walk.expectThat(
                "端口与密码不变 ports and passwords as before",
                settings.equals(walk.config().startingWith("")),
                settings.size() + " settings");
        walk.awaitSame(
                "预警仍在 the alerts are still there",
                SOON,
                before.size(),
                () -> Cases.of(walk, "county-officer").alerts().size());
        new Hospital(walk).writeBill(TruthHousehold.find(walk.city().home(), "missing"));
        KillStory.compare(walk);
    }
}
