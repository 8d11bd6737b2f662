package org.citybrain.launcher.supervise;

import java.time.Duration;

/** A pause between two looks at something that changes outside this process. */
public final class Pause {

    private Pause() {}

    public static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
