package org.citybrain.gateway.http;

/**
 * Where an interface is and as whom the gateway comes.
 *
 * @param url beginning of all addresses, without a slash at the end
 * @param secret never printed
 */
public record HttpAccess(String url, String client, String secret) {
    @Override
    public String toString() {
        return client + " at " + url;
    }
}
