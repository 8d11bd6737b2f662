package org.citybrain.launcher.bench;

import java.util.Set;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.WrongUsage;

/** `bench spine`: a fresh city under load, from the source's commit to the task shown. */
public record SpineMeasurement() implements Measurement {

    private static final int SECONDS = 300;
    private static final int RATE = 200;
    private static final double TASK_SHARE = 0.011;

    @Override
    public Set<String> options() {
        return Set.of("--seconds", "--rate", "--residents", "--task-share");
    }

    @Override
    public Set<String> flags() {
        return Set.of("--keep");
    }

    @Override
    public BenchReport run(Arguments arguments, Launch launch) throws Exception {
        double share = share(arguments);
        int seconds = arguments.number("--seconds", SECONDS);
        int rate = arguments.number("--rate", RATE);
        HomeWishes wishes = HomeWishes.demo(launch.repository(), launch.shared())
                .temporary()
                .withResidents(arguments.number("--residents", HomeWishes.DEMO_RESIDENTS, HomeWishes.FEWEST_RESIDENTS));
        try (TemporaryHome home = TemporaryHome.create(arguments.has("--keep"), launch.terminal());
                City city = City.open(home.folder(), wishes, launch.terminal())) {
            home.holds(city);
            city.start();
            SpineBench bench = new SpineBench(city, seconds, rate, share);
            return BenchReport.of(
                    launch.repository(), "spine", city.config().getInt("city.seed"), bench.inputs(), bench.run());
        }
    }

    private static double share(Arguments arguments) {
        String text = arguments.find("--task-share").orElse(Double.toString(TASK_SHARE));
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new WrongUsage("--task-share: 需要 0 到 1 之间的数 · a number from 0 to 1 is needed, not " + text, e);
        }
        throw new WrongUsage("--task-share: 需要 0 到 1 之间的数 · a number from 0 to 1 is needed, not " + text);
    }
}
