package org.citybrain.matching.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has used of the machine. */
final class Machine {
    private Machine() {}

    /** Processor seconds of all threads, the compiler's and the collector's among them. */
    static double cpuSeconds() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getProcessCpuTime() / 1e9;
        }
        return 0;
    }

    /** Processor nanoseconds of the calling thread: what a step costs on a machine that others use too. */
    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The most memory that the process ever held, in bytes; what the heap holds where there is no /proc. */
    static double peakBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException noProc) {
            return heap();
        }
        return heap();
    }

    private static double heap() {
        return Runtime.getRuntime().totalMemory();
    }
}
