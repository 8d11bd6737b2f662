package org.citybrain.launcher.supervise;

import java.time.Duration;
import java.util.List;

/**
 * One child process. `name` is also the name of its log; `wave` is the order of stopping (lower waves end first);
 * `stopSignal` is TERM or INT; a child not ready within `startLimit` counts as failed.
 */
public record ChildSpec(
        String name,
        String title,
        List<String> command,
        Readiness readiness,
        Duration startLimit,
        int wave,
        String stopSignal,
        Duration stopLimit) {

    public ChildSpec {
        command = List.copyOf(command);
        if (!stopSignal.equals("TERM") && !stopSignal.equals("INT")) {
            throw new IllegalArgumentException(
                    "stop signal " + stopSignal + " of " + name + " is neither TERM nor INT");
        }
    }
}
