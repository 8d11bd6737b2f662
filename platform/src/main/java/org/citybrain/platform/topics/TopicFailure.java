package org.citybrain.platform.topics;

/** The broker did not do what was asked; trying again may help. */
public final class TopicFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with what was tried. */
    public TopicFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
