package org.citybrain.launcher.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks processes to end. */
public final class Signals {

    private static final int KILL_SECONDS = 10;

    private Signals() {}

    /** Sends INT or TERM and waits; what has not ended after `patience` is killed. Returns whether it ended by itself. */
    public static boolean end(ProcessHandle process, String signal, Duration patience) {
        send(process, signal);
        if (awaitExit(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        awaitExit(process, Duration.ofSeconds(KILL_SECONDS));
        return false;
    }

    private static void send(ProcessHandle process, String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException noKillProgram) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitExit(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
