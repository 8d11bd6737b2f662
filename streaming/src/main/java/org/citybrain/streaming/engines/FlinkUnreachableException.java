package org.citybrain.streaming.engines;

/** The Flink cluster did not answer in time; the keeper tries again. */
public final class FlinkUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FlinkUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
