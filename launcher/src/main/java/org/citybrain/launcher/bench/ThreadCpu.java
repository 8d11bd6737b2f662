package org.citybrain.launcher.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor seconds of a Java process by what its threads do, from /proc: the first letters of a thread's name tell. Threads
 * that have ended are not in it.
 */
record ThreadCpu(Map<String, Double> seconds) {

    private static final double TICKS_PER_SECOND = 100.0;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final String OTHER = "other";
    private static final String READER = " postg";
    /** Beginning of a thread's name to the stage it works for, the first that fits. */
    private static final Map<String, String> STAGES = stages();

    private static Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("outbox-", "seal");
        stages.put("gate ", "verify");
        stages.put("facts", "check");
        stages.put("intake-ledger", "ledger");
        stages.put("pool-write", "write");
        stages.put("pool-compact", "join");
        stages.put("pool-commit", "commit");
        List.of("C1 ", "C2 ").forEach(name -> stages.put(name, "compiler"));
        stages.put("VM Thread", "collector");
        List.of("data-plane", "executor-", "ReplicaM").forEach(name -> stages.put(name, "broker"));
        List.of("Source", "kafka-prod").forEach(name -> stages.put(name, "transport"));
        return stages;
    }

    ThreadCpu {
        seconds = Map.copyOf(seconds);
    }

    /** So far; empty where there is no /proc. */
    static ThreadCpu of(ProcessHandle process) {
        Map<String, Double> seconds = new TreeMap<>();
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                add(thread, seconds);
            }
        } catch (IOException none) {
            return new ThreadCpu(Map.of());
        }
        return new ThreadCpu(seconds);
    }

    private static void add(Path thread, Map<String, Double> seconds) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String[] fields = stat.substring(end + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
            String name = stat.substring(stat.indexOf('(') + 1, end);
            seconds.merge(stageOf(name), ticks / TICKS_PER_SECOND, Double::sum);
        } catch (IOException ended) {
            // what it did is not known any more
            seconds.merge(OTHER, 0.0, Double::sum);
        }
    }

    static String stageOf(String thread) {
        // a gateway's thread for a database is named after the department first
        if (thread.contains(READER)) {
            return "read";
        }
        return STAGES.entrySet().stream()
                .filter(stage -> thread.startsWith(stage.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    /** What was spent since then. */
    ThreadCpu since(ThreadCpu before) {
        Map<String, Double> spent = new TreeMap<>();
        seconds.forEach((stage, now) -> spent.put(stage, now - before.seconds.getOrDefault(stage, 0.0)));
        return new ThreadCpu(spent);
    }
}
