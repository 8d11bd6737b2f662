package org.citybrain.gateway.lane;

/** One row alone is larger than a batch may be; it is set aside with a finding. */
public final class RowTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RowTooLargeException(String resource, int bytes) {
        super("A row of " + resource + " has " + bytes + " bytes; a batch holds at most " + OpenBatch.MAX_BYTES);
    }
}
