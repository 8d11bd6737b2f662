package org.citybrain.matching.bench;

/** Something outside the program is not as it must be; the message is for the person at the terminal. */
final class PlainFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlainFailure(String message) {
        super(message);
    }
}
