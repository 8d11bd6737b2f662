package org.citybrain.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;

/** `bench lookup`: a person by id, over a registry of the whole city's size. */
public record LookupMeasurement() implements Measurement {

    private static final int PERSONS = 6_300_000;
    private static final int RESIDENTS = 20_000;
    private static final int RATE = 200;
    private static final int SECONDS = 60;

    @Override
    public Set<String> options() {
        return Set.of("--persons", "--residents", "--rate", "--seconds", "--home");
    }

    @Override
    public Set<String> flags() {
        return Set.of("--keep");
    }

    @Override
    public BenchReport run(Arguments arguments, Launch launch) throws Exception {
        int persons = arguments.number("--persons", PERSONS);
        int residents = arguments.number("--residents", RESIDENTS, HomeWishes.FEWEST_RESIDENTS);
        int rate = arguments.number("--rate", RATE);
        int seconds = arguments.number("--seconds", SECONDS);
        HomeWishes wishes = HomeWishes.demo(launch.repository(), launch.shared())
                .temporary()
                .withResidents(residents);
        Optional<Path> kept = arguments.find("--home").map(Path::of);
        try (TemporaryHome home = kept.isPresent()
                        ? keptHome(kept.get(), launch)
                        : TemporaryHome.create(arguments.has("--keep"), launch.terminal());
                City city = City.open(home.folder(), wishes, launch.terminal())) {
            home.holds(city);
            city.start();
            LookupBench bench =
                    new LookupBench(city, new MultipliedRegistry(city, persons), kept.isEmpty(), rate, seconds);
            Map<String, Object> inputs =
                    Map.of("persons", persons, "residents", residents, "rate", rate, "seconds", seconds);
            return BenchReport.of(
                    launch.repository(), "lookup", city.config().getInt("city.seed"), inputs, bench.run());
        }
    }

    private static TemporaryHome keptHome(Path folder, Launch launch) throws IOException {
        if (!Files.isRegularFile(HomeFile.of(folder))) {
            throw new PlainFailure(
                    "这里没有保留的运行目录 · no kept home here: " + folder,
                    "请给出 --keep 运行结束时打印的目录 · give the folder that a run with --keep printed at its end");
        }
        return TemporaryHome.kept(folder, launch.terminal());
    }
}
