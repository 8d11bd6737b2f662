package org.citybrain.gateway.binlog;

/** The binlog holds something that this gateway cannot read exactly; it stops there rather than guess. */
public final class UnreadableLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableLogException(String message) {
        super(message);
    }
}
