package org.citybrain.gateway.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.citybrain.gateway.source.SourceSpec;
import org.citybrain.kernel.wire.WireJson;

/** The gateway's loopback port: GET /health for anyone on the machine, POST /sources with the machine token. */
public final class HealthServer implements AutoCloseable {
    private static final int MAX_BODY = 64 * 1024;

    private final HttpServer server;
    private final Health health;
    private final String token;
    private final SourceAdder adder;

    /** Takes in a source that {@code connect} tells of. */
    @FunctionalInterface
    public interface SourceAdder {
        /** Adds and remembers the source; a sentence that says what was done. */
        String add(SourceSpec spec);
    }

    /**
     * Opens the port.
     *
     * @throws IOException when the port is in use
     */
    public HealthServer(int port, Health health, String token, SourceAdder adder) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        this.health = health;
        this.token = token;
        this.adder = adder;
        server.createContext("/health", this::health);
        server.createContext("/sources", this::sources);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The port in use. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void health(HttpExchange exchange) throws IOException {
        Map<String, Object> body = new TreeMap<>();
        // the process is up as long as it answers; parts that wait for others are told one by one
        body.put("status", "UP");
        body.put("allPartsUp", health.isUp());
        body.put("parts", health.parts());
        answer(exchange, 200, WireJson.write(body));
    }

    private void sources(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, text("POST a source"));
        } else if (!isAllowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, text("The machine token is missing or wrong"));
        } else {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
            try {
                answer(exchange, 200, text(adder.add(WireJson.read(body, SourceSpec.class))));
            } catch (IllegalArgumentException e) {
                answer(exchange, 400, text(String.valueOf(e.getMessage())));
            } catch (java.io.UncheckedIOException e) {
                answer(exchange, 500, text(String.valueOf(e.getMessage())));
            }
        }
    }

    private boolean isAllowed(@org.jspecify.annotations.Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] text(String message) {
        return WireJson.write(Map.of("message", message));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
