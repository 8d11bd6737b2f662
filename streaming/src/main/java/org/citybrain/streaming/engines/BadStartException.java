package org.citybrain.streaming.engines;

/** The process cannot start; the message is one plain sentence that says what to do. */
public final class BadStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadStartException(String message) {
        super(message);
    }

    public BadStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
