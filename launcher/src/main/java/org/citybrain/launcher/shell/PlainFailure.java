package org.citybrain.launcher.shell;

/**
 * Something that a person at the terminal can mend. The message is a whole sentence naming what is wrong; the advice says
 * what to do. It is printed without a stack trace and ends the command with status 1.
 */
public final class PlainFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public PlainFailure(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    public PlainFailure(String message, String advice, Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
