package org.citybrain.gateway.lane;

import java.io.IOException;

/** Gives back what was sent: the receiver keeps every batch, the gateway keeps none that is acknowledged. */
@FunctionalInterface
public interface SentBatches {
    /** Takes one batch's bytes. */
    @FunctionalInterface
    interface Reader {
        /** Takes the next batch; one that was sent twice comes twice. */
        void batch(byte[] bytes) throws IOException;
    }

    /**
     * Hands out every batch of the resource in the order in which it was acknowledged.
     *
     * @throws IOException when the receiver cannot be asked
     */
    void read(String resource, Reader reader) throws IOException, InterruptedException;
}
