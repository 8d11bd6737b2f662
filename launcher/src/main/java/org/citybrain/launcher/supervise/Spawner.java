package org.citybrain.launcher.supervise;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.launcher.shell.PlainFailure;

/**
 * Starts processes for one home. Each gets a session of its own where the system has `setsid`: without it a Ctrl-C at the
 * terminal would reach all children at once and they would end in no order.
 */
public final class Spawner {

    private final Path logFolder;
    private final Path runFolder;
    private final boolean sessions = isOnPath("setsid");

    public Spawner(Path home) {
        this.logFolder = home.resolve("log");
        this.runFolder = home.resolve("run");
    }

    LogFile log(String name) {
        return new LogFile(logFolder, name);
    }

    /** Starts the command with its output going to the log of `name`, and keeps its pid in the home. */
    Process spawn(String name, List<String> command) {
        LogFile log = log(name);
        log.rotate();
        List<String> words = new ArrayList<>();
        if (sessions) {
            words.add("setsid");
        }
        words.addAll(command);
        try {
            Files.createDirectories(runFolder);
            ProcessBuilder building = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log.current().toFile());
            // glibc keeps an arena for each few threads and gives none back: hundreds of MiB over a city's threads
            building.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
            Process process = building.start();
            Files.writeString(pidFile(name), Long.toString(process.pid()));
            return process;
        } catch (IOException e) {
            throw new PlainFailure(
                    "无法启动 " + name + " · cannot start " + name + ": " + e.getMessage(),
                    "请检查磁盘空间与权限 · check the disk's room and the folder's rights",
                    e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(pidFile(name));
        } catch (IOException leftBehind) {
            // A stale pid file is harmless: its process is looked at before anything is done to it.
            return;
        }
    }

    private Path pidFile(String name) {
        return runFolder.resolve(name + ".pid");
    }

    private static boolean isOnPath(String program) {
        for (String folder :
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
