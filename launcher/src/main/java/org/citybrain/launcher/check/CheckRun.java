package org.citybrain.launcher.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citybrain.launcher.shell.Stopping;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.UnexpectedException;
import org.citybrain.launcher.walk.Walk;

/** Walks stories one after the other and counts. */
public final class CheckRun {

    private final Walk walk;
    private final Terminal terminal;
    private final List<String> failures = new ArrayList<>();
    private final List<String> skips = new ArrayList<>();
    private int passed;

    public CheckRun(Walk walk) {
        this.walk = walk;
        this.terminal = walk.launch().terminal();
    }

    /**
     * Walks the stories whose name contains one of the words of `only`, which are parted by commas; without a word all but
     * those that are walked only by name.
     */
    public void walk(List<Story> stories, String only) {
        for (Story story : stories) {
            boolean asked = only.isEmpty()
                    ? !story.isWalkedOnlyByName()
                    : Arrays.stream(only.split(",", -1)).anyMatch(story.name()::contains);
            if (asked && !Stopping.begun()) {
                walk(story);
            }
        }
    }

    /** Prints what failed and was skipped, and the counts as the last line; returns whether none failed. */
    public boolean summarise() {
        terminal.line("");
        failures.forEach(failure -> terminal.line("✗ " + failure));
        skips.forEach(skip -> terminal.line("- " + skip));
        terminal.line(passed + " passed, " + failures.size() + " failed, " + skips.size() + " skipped");
        return failures.isEmpty();
    }

    private void walk(Story story) {
        terminal.line("");
        terminal.line("── " + story.name() + " · " + story.title());
        long begin = System.nanoTime();
        walk.begin();
        try {
            story.walk(walk);
            passed++;
            terminal.line("   通过 passed · " + Terminal.seconds(Duration.ofNanos(System.nanoTime() - begin)));
        } catch (SkippedException e) {
            skips.add(story.name() + " 跳过 skipped: " + e.getMessage());
            terminal.line("   跳过 skipped: " + e.getMessage());
        } catch (Exception e) {
            failures.add(story.name() + ": " + (e instanceof UnexpectedException ? e.getMessage() : e));
            terminal.line("    ✗ " + (e instanceof UnexpectedException ? e.getMessage() : describe(e)));
            terminal.line("   失败 failed · " + Terminal.seconds(Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    private static String describe(Exception e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
