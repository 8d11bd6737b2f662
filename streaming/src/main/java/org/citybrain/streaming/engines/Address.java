package org.citybrain.streaming.engines;

import org.citybrain.kernel.config.ConfigException;

/**
 * A host and a port as the configuration writes them.
 *
 * @param host name or number
 * @param port 1 to 65535
 */
public record Address(String host, int port) {
    /**
     * Reads {@code host:port}.
     *
     * @throws ConfigException when the text is not of that form
     */
    public static Address of(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new Address(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (RuntimeException e) {
            throw new ConfigException("'" + text + "' is not an address of the form host:port.");
        }
    }
}
