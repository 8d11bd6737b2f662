package org.citybrain.gateway;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Polls with a deadline. */
public final class Eventually {
    private Eventually() {}

    public static void eventually(Duration limit, String what, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("Not within " + limit + ": " + what);
                }
                Thread.sleep(20);
            } catch (Exception e) {
                throw new AssertionError(what, e);
            }
        }
    }
}
