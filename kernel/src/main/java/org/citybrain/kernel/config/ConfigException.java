package org.citybrain.kernel.config;

/** The home's configuration is missing or wrong; the message is one plain sentence that says what to do. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
