package org.citybrain.launcher.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal sees: whole lines, never interleaved. */
public final class Terminal {

    private static final double MILLIS_PER_SECOND = 1000.0;

    private final PrintStream out;

    public Terminal(PrintStream out) {
        this.out = out;
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A step that begins and may take a while. */
    public void begins(String text) {
        line("  … " + text);
    }

    public void done(String text, Duration took) {
        line("  ✓ " + text + " · " + seconds(took));
    }

    public void trouble(String text) {
        line("  ! " + text);
    }

    /** Seconds with one decimal, such as `12.3 s`. */
    public static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / MILLIS_PER_SECOND);
    }
}
