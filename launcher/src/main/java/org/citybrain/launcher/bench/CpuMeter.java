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
