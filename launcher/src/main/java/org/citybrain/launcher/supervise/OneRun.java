package org.citybrain.launcher.supervise;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.citybrain.launcher.shell.Terminal;

/** Waits for a process that runs once, and shows its last line every few seconds. */
record OneRun(Process process, String title, LogFile log, Terminal terminal) {

    private static final long HEARTBEAT_SECONDS = 10;

    int await() {
        long begin = System.nanoTime();
        try {
            while (!process.waitFor(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
                String last = log.lastLines(1).stream().findFirst().orElse("");
                terminal.begins(
                        title + " · " + Terminal.seconds(Duration.ofNanos(System.nanoTime() - begin)) + " · " + last);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + title, e);
        }
    }
}
