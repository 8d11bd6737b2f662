package org.citybrain.launcher.shell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import sun.misc.Signal;

/** What happens on Ctrl-C: everything is stopped in order, and the failures this causes elsewhere are not reported. */
public final class Stopping {

    private static final int SIGNALLED = 128;
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private Stopping() {}

    public static boolean begun() {
        return BEGUN.get();
    }

    /** Closes `city` when this process is asked to end. */
    public static void closeOnSignal(AutoCloseable city, Terminal terminal) {
        closeOnSignal(city, () -> true, terminal);
    }

    /** The same unless nothing is `left` by then: of the end of such a process there is nothing to tell. */
    public static void closeOnSignal(AutoCloseable city, BooleanSupplier left, Terminal terminal) {
        List.of("INT", "TERM", "HUP").forEach(name -> tell(name, terminal));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(city, left, terminal), "stopping"));
    }

    /** Says which signal it was, then ends as the system would. */
    private static void tell(String name, Terminal terminal) {
        try {
            Signal.handle(new Signal(name), signal -> {
                terminal.line("收到 SIG" + name + ", 正在停止 · stopping …");
                System.exit(SIGNALLED + signal.getNumber());
            });
        } catch (IllegalArgumentException notOnThisSystem) {
            // The system's own handling stays: the hook runs all the same, only the name is not told.
            return;
        }
    }

    private static void close(AutoCloseable city, BooleanSupplier left, Terminal terminal) {
        if (!left.getAsBoolean()) {
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
