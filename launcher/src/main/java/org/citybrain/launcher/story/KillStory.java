package org.citybrain.launcher.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citybrain.launcher.compare.Comparison;
import org.citybrain.launcher.compare.Difference;
import org.citybrain.launcher.supervise.Child;
import org.citybrain.launcher.supervise.Pause;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** kill -9 of a process during a run: it comes back by itself, and every row of every source is in the pool once. */
public final class KillStory implements Story {

    private static final Duration UNDER_LOAD = Duration.ofSeconds(4);
    private static final Duration BACK = Duration.ofSeconds(120);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(240);

    private final String process;

    public KillStory(String process) {
        this.process = process;
    }

    @Override
    public String name() {
        return "kill-" + process;
    }

    @Override
    public String title() {
        return "强杀 " + process + ": 不丢不重 · kill -9 of " + process + " loses nothing and doubles nothing";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        if (process.equals("mariadb") && walk.city().mariaDb().isEmpty()) {
            throw new SkippedException("没有部门使用 MariaDB · no raised department runs on MariaDB");
        }
        Child child = walk.city().supervisor().child(process);
        int before = child.restarts();
        try (Burst burst = Burst.start(walk)) {
            Pause.of(UNDER_LOAD);
            child.runningProcess().destroyForcibly();
            walk.await(
                    "自动恢复 it is back by itself",
                    BACK,
                    () -> child.restarts() > before
                                    && child.isRunning()
                                    && child.spec().readiness().holds()
                            ? Optional.of(child)
                            : Optional.empty());
            Pause.of(UNDER_LOAD);
            walk.expectThat("期间有变更 changes went on meanwhile", burst.changes() > 0, burst.changes());
        }
        compare(walk);
        if (process.equals("platform")) {
            walk.expect(
                    "登录仍有效 logins survive",
                    "county-officer",
                    walk.officer("county-officer").get("/api/me").path("login").asText());
        }
    }

    /** Every table against the pool, row by row. */
    static void compare(Walk walk) {
        compare(walk, new Comparison(walk.city()).await(CAUGHT_UP));
    }

    /** The tables of one department against the pool, row by row. */
    static void compare(Walk walk, String department) {
        compare(walk, new Comparison(walk.city()).await(CAUGHT_UP, department));
    }

    private static void compare(Walk walk, List<Difference> differences) {
        int rows = differences.stream().mapToInt(Difference::rows).sum();
        Map<String, String> wrong = new TreeMap<>();
        differences.stream()
                .filter(difference -> !difference.isNone())
                .forEach(difference -> wrong.put(difference.resource(), difference.toString()));
        walk.expect(
                "逐行比对 " + rows + " 行 rows compared one by one in " + differences.size() + " tables", Map.of(), wrong);
    }
}
