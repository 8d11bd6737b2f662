package org.citybrain.gateway.lane;

/** A department's outbox stopped; the message is one plain sentence. Open it again to go on: nothing is lost. */
public final class OutboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
