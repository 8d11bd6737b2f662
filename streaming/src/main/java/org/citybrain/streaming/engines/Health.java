package org.citybrain.streaming.engines;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Supplier;
import org.citybrain.kernel.wire.WireJson;

/** {@code GET /health} on loopback: {"status":"UP", …}, 503 when what the city cannot do without is down. */
public final class Health implements AutoCloseable {
    /** The status of engines that work, a part of which does not. */
    public static final String LIMPING = "DEGRADED";

    private final HttpServer server;

    private Health(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts answering.
     *
     * @param port on loopback
     * @param state what to answer; {@code status} UP, {@link #LIMPING} or DOWN
     * @throws BadStartException when the port is in use
     */
    public static Health start(int port, Supplier<Map<String, Object>> state) {
        Ports.requireFree(port, "the engines' health");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/health", exchange -> {
                Map<String, Object> answer = state.get();
                byte[] body = WireJson.write(answer);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders("DOWN".equals(answer.get("status")) ? 503 : 200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.start();
            return new Health(server);
        } catch (IOException e) {
            throw new BadStartException("The health port " + port + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
