package org.citybrain.matching.bench;

/** The command was called in a way it does not know; the message says what is wrong. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
