package org.citybrain.launcher.door;

/** A door did not answer as it should; the message names the request and the answer. */
public final class DoorFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DoorFailure(String message) {
        super(message);
    }

    public DoorFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
