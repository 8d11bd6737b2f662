package org.citybrain.matching.work;

/** A task of a crew failed; the cause says why. */
public final class CrewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CrewException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
