package org.citybrain.platform.process;

import java.time.Instant;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A step of the process as the stage bar shows it.
 *
 * @param state DONE, CURRENT or AHEAD
 * @param legal the legal clock when the step has one
 * @param machineSeconds seconds of machine time spent in the step so far, absent when not yet reached
 */
public record Stage(
        String id,
        Bilingual title,
        String state,
        @Nullable LegalClock legal,
        @Nullable Instant enteredAt,
        @Nullable Double machineSeconds) {}
