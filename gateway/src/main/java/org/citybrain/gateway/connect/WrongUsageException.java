package org.citybrain.gateway.connect;

/** The words of the command line are wrong in themselves; the message is one sentence that says what to write. */
final class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsageException(String message) {
        super(message);
    }
}
