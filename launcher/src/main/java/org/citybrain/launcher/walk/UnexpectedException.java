package org.citybrain.launcher.walk;

/** A step of a story was seen otherwise than expected. */
public final class UnexpectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedException(String message) {
        super(message);
    }
}
