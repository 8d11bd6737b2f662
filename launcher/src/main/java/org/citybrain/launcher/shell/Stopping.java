package org.citybrain.launcher.shell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** What happens on Ctrl-C: everything is stopped in order, and the failures this causes elsewhere are not reported. */
public final class Stopping {

    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private Stopping() {}

    public static boolean begun() {
        return BEGUN.get();
    }

    /** Closes `city` when this process is asked to end. */
    public static void closeOnSignal(AutoCloseable city, Terminal terminal) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(city, terminal), "stopping"));
    }

    /** The work ended by itself and everything is stopped: the end of this process is nothing to tell about. */
    public static void nothingLeft() {
        DONE.set(true);
    }

    private static void close(AutoCloseable city, Terminal terminal) {
        if (DONE.get()) {
            return;
        }
        BEGUN.set(true);
        long begin = System.nanoTime();
        try {
            city.close();
            terminal.done("已全部停止 · all stopped", Duration.ofNanos(System.nanoTime() - begin));
        } catch (Exception e) {
            terminal.trouble("停止时出错 · trouble while stopping: " + e.getMessage());
        }
    }
}
