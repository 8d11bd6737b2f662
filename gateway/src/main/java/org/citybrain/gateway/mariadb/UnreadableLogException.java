package org.citybrain.gateway.mariadb;

/** The binlog holds something that this gateway cannot read exactly; it stops there rather than guess. */
final class UnreadableLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableLogException(String message) {
        super(message);
    }
}
