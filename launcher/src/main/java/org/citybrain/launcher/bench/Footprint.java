package org.citybrain.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Memory of a process and everything it started, as PSS: pages that several processes share are counted in parts, so that
 * the sum over processes is what the machine really gives. Read from /proc/PID/smaps_rollup (Linux 4.14 and newer).
 *
 * @param mebibytes MiB by name of the child of the root process, its own children included; the root itself is "launcher"
 */
record Footprint(Map<String, Double> mebibytes) {

    private static final double KIB_PER_MIB = 1024.0;
    static final String ROOT = "launcher";

    Footprint {
        mebibytes = Map.copyOf(mebibytes);
    }

    /** Looks at the process now; `names` gives the name of a child by its process id, unnamed ones count as the root's. */
    static Footprint of(ProcessHandle root, Map<Long, String> names) {
        Map<String, Double> sums = new TreeMap<>();
        add(root, ROOT, names, sums);
        return new Footprint(sums);
    }

    private static void add(ProcessHandle process, String name, Map<Long, String> names, Map<String, Double> sums) {
        String own = names.getOrDefault(process.pid(), name);
        sums.merge(own, kibibytes(process.pid()) / KIB_PER_MIB, Double::sum);
        process.children().forEach(child -> add(child, own, names, sums));
    }

    private static long kibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    double total() {
        return mebibytes.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
