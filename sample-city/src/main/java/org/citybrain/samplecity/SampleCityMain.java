package org.citybrain.samplecity;

import java.time.Duration;
import java.util.Locale;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.seed.Seeding;

/** The sample city's only command: {@code seed}, {@code live}, {@code story …}, {@code register}. */
public final class SampleCityMain {
    private static final String USAGE = """
            Usage: SampleCityMain COMMAND --config FILE
              seed       raises and fills the departments' databases, writes <home>/truth""";

    private SampleCityMain() {}

    /** Ends with status 0 when done, 1 after one plain sentence on what went wrong, 2 on a wrong call. */
    public static void main(String[] args) {
        if (args.length == 0 || args[0].startsWith("-")) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            run(args[0], args);
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            System.err.println("The sample city stopped: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String command, String[] args) throws Exception {
        CityConfig config = CityConfig.of(HomeConfig.fromArguments(args));
        switch (command) {
            case "seed" -> seed(config);
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
    }

    private static void seed(CityConfig config) throws Exception {
        long began = System.nanoTime();
        long rows = new Seeding(config, System.out).run();
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.printf(
                Locale.ROOT, "seeded: %,d rows in %.1f s, %.1f CPU s%n", rows, seconds, cpu.toMillis() / 1000.0);
    }
}
