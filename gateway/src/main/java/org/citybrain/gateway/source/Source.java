package org.citybrain.gateway.source;

import org.citybrain.gateway.lane.Outbox;

/** Something that a department's changes come from. It keeps its own place, so that it can be run again and again. */
public interface Source {
    /** Name for people. */
    String describe();

    /**
     * Reads changes into the outbox until interrupted. Failures of the source itself are retried inside.
     *
     * @throws org.citybrain.gateway.lane.OutboxException when the outbox failed; the caller opens a new one
     */
    void run(Outbox outbox) throws InterruptedException;
}
