package org.citybrain.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.supervise.Child;

/** Processor time of all processes of a city, from /proc: their own, their children's, and that of children gone. */
record CpuMeter(City city) {

    private static final double TICKS_PER_SECOND = 100.0;
    private static final int USER_TIME = 11;
    private static final int OWN_LAST_TIME = 12;
    private static final int LAST_TIME = 14;
    private static final int IDLE_TIME = 4;
    private static final int BUSY_TIMES = 8;

    /** Seconds so far; 0 where there is no /proc. */
    double seconds() {
        return city.supervisor().children().stream()
                .filter(Child::isRunning)
                .mapToDouble(child -> secondsOf(child.runningProcess()))
                .sum();
    }

    /** Seconds of one process and its descendants, gone ones included; 0 where there is no /proc. */
    static double secondsOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(CpuMeter::ticks)
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** Seconds that the whole machine was busy since it started; 0 where there is no /proc. */
    static double machineSeconds() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            // user, nice, system, idle, iowait, irq, softirq, steal
            String[] words = lines.findFirst().orElse("").split("\\s+", -1);
            long ticks = 0;
            for (int i = 1; i < Math.min(words.length, BUSY_TIMES + 1); i++) {
                ticks += i == IDLE_TIME || i == IDLE_TIME + 1 ? 0 : Long.parseLong(words[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException none) {
            return 0;
        }
    }

    /** Seconds of a process alone. */
    static double ownSeconds(ProcessHandle process) {
        return ticks(process, OWN_LAST_TIME) / TICKS_PER_SECOND;
    }

    private static long ticks(ProcessHandle process) {
        return ticks(process, LAST_TIME);
    }

    private static long ticks(ProcessHandle process, int last) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = USER_TIME; i <= last; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks;
        } catch (IOException gone) {
            return 0;
        }
    }
}
