package org.citybrain.samplecity;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.exchange.ExchangeCommand;
import org.citybrain.samplecity.live.LifeClock;
import org.citybrain.samplecity.outlet.Outlets;
import org.citybrain.samplecity.register.CatalogueSeeder;
import org.citybrain.samplecity.seed.SampleWish;
import org.citybrain.samplecity.seed.Sampling;
import org.citybrain.samplecity.seed.Seeding;
import org.citybrain.samplecity.story.StoryCommand;

/** The sample city's only command: {@code seed}, {@code live}, {@code story …}, {@code sample}, {@code register}, {@code exchange}. */
public final class SampleCityMain {
    private static final String USAGE = """
            Usage: SampleCityMain COMMAND --config FILE
              seed       raises and fills the departments' databases, writes <home>/truth
              live       lets the city live until stopped
                         [--rate CHANGES_PER_SECOND] [--task-share SHARE] [--seconds N] [--no-outlets]
              outlets    serves the departments that deliver files or offer an interface, until stopped
              story ...  writes one change of a demonstration, prints it as JSON
                         bill --household hero|exact|over|missing|reversal [--day DATE]
                         bill --household NUMBER --self-paid YUAN [--day DATE]
                         reverse --settlement NUMBER
                         correct-income --household NAME_OR_NUMBER --amount YUAN
                         add-column|drop-column --resource ID --column NAME
              sample     writes a city's department records and their truth as files; needs no --config
                         --persons N --out DIR [--gzip] [--seed N] [--start DATE] [--shared DIR]
              register   enters the departments' resources into the catalogue
              exchange   gives twelve departments and five counties their service records for the exchange run
                         [--rows N] (1522300)""";

    private SampleCityMain() {}

    /** Ends with status 0 when done, 1 after one plain sentence on what went wrong, 2 on a wrong call. */
    public static void main(String[] args) {
        System.exit(status(args));
    }

    static int status(String[] args) {
        if (args.length == 0 || args[0].startsWith("-")) {
            System.err.println(USAGE);
            return 2;
        }
        try {
            return run(args[0], args);
        } catch (ConfigException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            System.err.println("样例城市中断 · the sample city stopped: " + reason(e));
            return 1;
        }
    }

    /** What a failure says; of a file it often says the name alone, then its kind tells the reason. */
    private static String reason(Exception failure) {
        return failure instanceof FileSystemException file && file.getReason() == null
                ? file.getClass().getSimpleName().replace("Exception", "") + " " + file.getFile()
                : String.valueOf(failure.getMessage());
    }

    private static int run(String command, String[] args) throws Exception {
        if (command.equals("sample")) {
            return sample(args);
        }
        HomeConfig home = HomeConfig.fromArguments(args);
        CityConfig config = CityConfig.of(home);
        switch (command) {
            case "seed" -> seed(config);
            case "live" -> live(config, args);
            case "outlets" -> outlets(config);
            case "story" -> System.out.println(StoryCommand.run(home, args));
            case "exchange" -> System.out.println(ExchangeCommand.run(config, args));
            case "register" -> new CatalogueSeeder(config, System.out).run();
            default -> {
                System.err.println(USAGE);
                return 2;
            }
        }
        return 0;
    }

    private static int sample(String[] args) throws Exception {
        SampleWish wish;
        try {
            wish = SampleWish.of(args);
        } catch (ConfigException e) {
            System.err.println(e.getMessage() + " — bin/cb sample --help");
            return 2;
        }
        new Sampling(wish, System.out).run();
        return 0;
    }

    private static void seed(CityConfig config) throws Exception {
        long began = System.nanoTime();
        long rows = new Seeding(config, System.out).run();
        Files.writeString(config.truth().resolve("rows.txt"), Long.toString(rows));
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.printf(
                Locale.ROOT, "seeded: %,d rows in %.1f s, %.1f CPU s%n", rows, seconds, cpu.toMillis() / 1000.0);
    }

    /** On SIGTERM the changes begun are committed before the process ends. */
    private static void live(CityConfig config, String[] args) throws Exception {
        LifeClock.Pace pace = new LifeClock.Pace(
                Double.parseDouble(HomeConfig.argument(args, "--rate").orElse("5")),
                Double.parseDouble(HomeConfig.argument(args, "--task-share").orElse("0.01")),
                Integer.parseInt(HomeConfig.argument(args, "--seconds").orElse("0")));
        if (List.of(args).contains("--no-outlets")) {
            live(config, pace);
        } else {
            try (Outlets outlets = new Outlets(config, System.out)) {
                live(config, pace);
            }
        }
    }

    /** Until SIGTERM. */
    private static void outlets(CityConfig config) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            awaitEnd(ended);
        }));
        try (Outlets outlets = new Outlets(config, System.out)) {
            System.out.println("READY sample-city outlets");
            System.out.flush();
            end.await();
        } finally {
            ended.countDown();
        }
    }

    private static void live(CityConfig config, LifeClock.Pace pace) throws Exception {
        LifeClock life = new LifeClock(config, pace, System.out);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            life.stop();
            awaitEnd(ended);
        }));
        try {
            life.run();
        } finally {
            ended.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            if (!ended.await(8, TimeUnit.SECONDS)) {
                System.err.println("Some changes were still waiting to be written.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
