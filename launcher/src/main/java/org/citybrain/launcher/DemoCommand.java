package org.citybrain.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.FirstLoad;
import org.citybrain.launcher.city.Welcome;
import org.citybrain.launcher.home.DiskRoom;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.Stopping;
import org.citybrain.launcher.shell.WrongUsage;
import org.citybrain.launcher.supervise.Pause;

/** `demo`: starts the city and keeps it running until Ctrl-C. `run` is the same without the sample city. */
record DemoCommand(boolean sampleCity) implements Command {

    private static final Duration DISK_LOOK = Duration.ofSeconds(30);
    private static final long LOW_MEBIBYTES = 1_000;

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        Arguments arguments = arguments(words);
        if (arguments.has("--check")) {
            return CheckCommand.run(arguments, launch);
        }
        long begin = System.nanoTime();
        HomeWishes wishes = wishes(arguments, launch);
        launch.terminal().line("城市大脑正在启动 · CityBrain is starting in " + launch.home(arguments));
        City city = City.open(launch.home(arguments), wishes, launch.terminal());
        Stopping.closeOnSignal(city, launch.terminal());
        city.startAndLive();
        launch.terminal().done("全部就绪 · everything is up", Duration.ofNanos(System.nanoTime() - begin));
        Welcome.print(city);
        FirstLoad.tell(city);
        watchDisk(city);
        return 0;
    }

    private Arguments arguments(List<String> words) {
        Arguments arguments = sampleCity
                ? Arguments.of(
                        words,
                        Set.of("--home", "--residents", "--departments", "--speed", "--only"),
                        Set.of("--check", "--keep"))
                : Arguments.of(words, Set.of("--home"), Set.of());
        return arguments.withoutWords();
    }

    private HomeWishes wishes(Arguments arguments, Launch launch) {
        HomeWishes wishes = HomeWishes.demo(launch.repository(), launch.shared())
                .withResidents(arguments.number("--residents", HomeWishes.DEMO_RESIDENTS, HomeWishes.FEWEST_RESIDENTS))
                .withDepartments(departments(arguments))
                .withSpeed(arguments.number("--speed", HomeWishes.DEMO_SPEED));
        return sampleCity ? wishes : wishes.withoutSampleCity();
    }

    static int departments(Arguments arguments) {
        int number = arguments.number("--departments", HomeWishes.ALL_DEPARTMENTS);
        if (number < HomeWishes.STORY_DEPARTMENTS || number > HomeWishes.ALL_DEPARTMENTS) {
            throw new WrongUsage("--departments: 4 至 12 · from " + HomeWishes.STORY_DEPARTMENTS + " to "
                    + HomeWishes.ALL_DEPARTMENTS);
        }
        return number;
    }

    /** Stays until the process is asked to end, and warns while the disk is nearly full. */
    private static void watchDisk(City city) {
        while (true) {
            long free = DiskRoom.freeMebibytes(city.home());
            if (free < LOW_MEBIBYTES) {
                city.terminal()
                        .trouble("磁盘将满 · the disk has only " + free
                                + " MiB left: free some room, or the databases will stop taking changes");
            }
            Pause.of(DISK_LOOK);
        }
    }
}
