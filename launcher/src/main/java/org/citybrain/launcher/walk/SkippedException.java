package org.citybrain.launcher.walk;

/** The story cannot be walked here; the message says why, such as absent shared material. */
public final class SkippedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SkippedException(String reason) {
        super(reason);
    }
}
