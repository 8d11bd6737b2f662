package org.citybrain.streaming.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks at loopback ports before an engine takes them, so that a port in use is told in one sentence. */
final class Ports {
    private Ports() {}

    /**
     * Makes sure that nobody listens on the port.
     *
     * @throws BadStartException naming the port and its use
     */
    static void requireFree(int port, String use) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new BadStartException("Port " + port + " for " + use
                    + " is in use. Stop the program that has it, or give another port in citybrain.properties.");
        }
    }
}
