package org.citybrain.launcher.shell;

/** The command line itself is wrong; ends the command with status 2 after one sentence. */
public final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUsage(String message) {
        super(message);
    }

    public WrongUsage(String message, Throwable cause) {
        super(message, cause);
    }
}
