package org.citybrain.matching.columns;

/** An input file that cannot be read rightly; the message names file, line and mend. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}
