package org.citybrain.launcher.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.supervise.Pause;

/**
 * Tells how far the first load is, from the departments' systems into the pool. Life goes on meanwhile and its changes count
 * too, so this tells progress only; that every row arrived is what `demo --check` compares.
 */
public record FirstLoad(City city, long rows) {

    private static final Duration TELL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String DONE = "loaded";

    /** The first load of a home that has just been raised; nothing to tell at later starts and without a sample city. */
    public static void tell(City city) {
        Path rows = city.home().resolve("truth/rows.txt");
        if (Files.exists(city.home().resolve(DONE)) || !Files.exists(rows)) {
            return;
        }
        try {
            new FirstLoad(city, Long.parseLong(Files.readString(rows).strip())).tell();
            Files.writeString(city.home().resolve(DONE), "");
        } catch (IOException | NumberFormatException e) {
            city.terminal().trouble("首批装载进度不明 · the progress of the first load is not known: " + e.getMessage());
        }
    }

    private void tell() {
        Machine machine = new Machine(city.config());
        long begin = System.nanoTime();
        for (long arrived = arrived(machine); arrived < rows; arrived = arrived(machine)) {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (took.compareTo(PATIENCE) > 0) {
                city.terminal().trouble("首批装载仍未完成, 请看交换页 · the first load is still not in; see the exchange page");
                return;
            }
            city.terminal().begins(sentence(arrived, rows, took));
            Pause.of(TELL);
        }
        city.terminal()
                .done(
                        String.format(Locale.ROOT, "首批装载完成 · first load taken in: %,d rows", rows),
                        Duration.ofNanos(System.nanoTime() - begin));
    }

    static String sentence(long arrived, long rows, Duration took) {
        String text = String.format(
                Locale.ROOT,
                "首批装载 · first load: %,d of %,d rows (%d %%)",
                arrived,
                rows,
                arrived * 100 / Math.max(1, rows));
        long seconds = took.toSeconds();
        return arrived == 0 || seconds == 0
                ? text
                : text + String.format(Locale.ROOT, ", 约 about %d s left", (rows - arrived) * seconds / arrived);
    }

    private static long arrived(Machine machine) {
        try {
            return machine.get("/api/exchange/lanes").at("/figures/rows/value").asLong();
        } catch (DoorFailure platformAway) {
            return 0; // it is being restarted; the next look will tell
        }
    }
}
