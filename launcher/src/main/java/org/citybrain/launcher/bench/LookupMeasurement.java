package org.citybrain.launcher.bench;

import java.util.Map;
import java.util.Set;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.Stopping;

/** `bench lookup`: a person by id, over a registry of the whole city's size. */
public record LookupMeasurement() implements Measurement {

    private static final int PERSONS = 6_300_000;
    private static final int RESIDENTS = 20_000;
    private static final int RATE = 200;
    private static final int SECONDS = 60;

    @Override
    public String help() {
        return """
                  lookup           按标识查人 · a person by id over a registry of so many persons, through the platform's interface
                    --persons N      人数 · persons (default 6300000, about 45 GB of disk; 1000000 takes 7)
                    --residents N    样例城市人口, 其登记按此扩充 · residents whose registry is laid down again and again (default 20000)
                    --rate N         每秒查询 · look-ups per second (default 200)
                    --seconds N      时长 · duration (default 60)
                    --keep           保留临时目录 · keep the temporary home
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of("--persons", "--residents", "--rate", "--seconds");
    }

    @Override
    public Set<String> flags() {
        return Set.of("--keep");
    }

    @Override
    public BenchReport run(Arguments arguments, Launch launch) throws Exception {
        int persons = arguments.number("--persons", PERSONS);
        int residents = arguments.number("--residents", RESIDENTS);
        int rate = arguments.number("--rate", RATE);
        int seconds = arguments.number("--seconds", SECONDS);
        HomeWishes wishes = HomeWishes.demo(launch.repository(), launch.shared())
                .temporary()
                .withResidents(residents);
        try (TemporaryHome home = TemporaryHome.create(arguments.has("--keep"), launch.terminal());
                City city = City.open(home.folder(), wishes, launch.terminal())) {
            Stopping.closeOnSignal(city, launch.terminal());
            city.start();
            LookupBench bench = new LookupBench(city, new MultipliedRegistry(city, persons), rate, seconds);
            Map<String, Object> inputs =
                    Map.of("persons", persons, "residents", residents, "rate", rate, "seconds", seconds);
            return BenchReport.of(
                    launch.repository(), "lookup", city.config().getInt("city.seed"), inputs, bench.run());
        }
    }
}
