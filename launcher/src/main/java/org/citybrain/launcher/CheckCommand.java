package org.citybrain.launcher;

import java.time.Duration;
import org.citybrain.launcher.check.CheckRun;
import org.citybrain.launcher.check.Stories;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.walk.Walk;

/** `demo --check`: raises a fresh city in a temporary home and walks every story in it. */
final class CheckCommand {

    private static final int RESIDENTS = 3_000;

    /** A city minute a second: stories that need days advance the clock themselves. */
    private static final int QUIET_SPEED = 60;

    private CheckCommand() {}

    static int run(Arguments arguments, Launch launch) throws Exception {
        HomeWishes wishes = HomeWishes.demo(launch.repository(), launch.shared())
                .temporary()
                .withResidents(arguments.number("--residents", RESIDENTS, HomeWishes.FEWEST_RESIDENTS))
                .withDepartments(DemoCommand.departments(arguments))
                .withSpeed(QUIET_SPEED);
        CheckRun run;
        try (TemporaryHome home = TemporaryHome.create(arguments.has("--keep"), launch.terminal());
                Walk walk = new Walk(City.open(home.folder(), wishes, launch.terminal()), launch)) {
            run = new CheckRun(walk);
            launch.terminal().line("样例城市正在临时目录中启动 · raising a city in " + home.folder());
            home.holds(walk);
            long begin = System.nanoTime();
            walk.city().start();
            launch.terminal().done("全部就绪 · everything is up", Duration.ofNanos(System.nanoTime() - begin));
            run.walk(Stories.all(), arguments.find("--only").orElse(""));
        }
        return run.summarise() ? 0 : 1;
    }
}
