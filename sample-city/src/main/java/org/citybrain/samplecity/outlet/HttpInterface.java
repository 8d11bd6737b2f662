package org.citybrain.samplecity.outlet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.citybrain.samplecity.clock.CityClock;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.jspecify.annotations.Nullable;

/**
 * A bureau's interface as such interfaces are: tokens that end soon, a limit on questions, a service window each night,
 * now and then a slow answer or a broken connection. Deleted rows are missing from the listing of keys; nothing else tells.
 */
final class HttpInterface implements AutoCloseable {
    private static final int TOKEN_SECONDS = 120;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_KEYS = 10_000;
    private static final int QUESTIONS_A_SECOND = 40;
    private static final int SERVICE_HOUR = 2;
    private static final int SERVICE_MINUTES = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final CityConfig.Access database;
    private final String department;
    private final CityConfig.Door door;
    private final CityClock clock;
    private final Path moodFile;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final Map<String, Long> tokens = new ConcurrentHashMap<>();
    private final Random chance = new Random(7);
    private @Nullable Connection connection;
    private long second;
    private int inSecond;

    HttpInterface(CityConfig.Access database, String department, CityConfig.Door door, CityClock clock)
            throws IOException {
        this.database = database;
        this.department = department;
        this.door = door;
        this.clock = clock;
        this.moodFile = door.description().resolveSibling("mood");
        URI uri = URI.create(door.url());
        Descriptions.ofInterface(department, door.description());
        server = HttpServer.create(new InetSocketAddress(uri.getHost(), uri.getPort()), 32);
        server.createContext("/oauth/token", exchange -> serve(exchange, this::token));
        server.createContext("/api/v1/", exchange -> serve(exchange, this::table));
        server.setExecutor(executor);
        server.start();
    }

    private record Reply(int status, String type, String body) {}

    private interface Answering {
        /** The answer; null breaks the connection off. */
        @Nullable
        Reply to(HttpExchange exchange) throws IOException, SQLException, InterruptedException;
    }

    private void serve(HttpExchange exchange, Answering answering) throws IOException {
        Reply reply;
        try {
            reply = answering.to(exchange);
        } catch (SQLException e) {
            reply = new Reply(500, "application/json", "{\"code\":500,\"message\":\"database\"}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reply = null;
        }
        if (reply == null) {
            exchange.close();
            return;
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        if (reply.status() == 429 || reply.status() == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private Reply token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readNBytes(4_096), StandardCharsets.UTF_8));
        boolean known = same(form.getOrDefault("client_id", ""), door.client())
                && same(form.getOrDefault("client_secret", ""), door.secret());
        if (!known) {
            return json(401, "{\"error\":\"invalid_client\"}");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        long now = System.nanoTime();
        tokens.values().removeIf(end -> end - now < 0);
        tokens.put(token, now + TOKEN_SECONDS * 1_000_000_000L);
        return json(
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + TOKEN_SECONDS + "}");
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Reply table(HttpExchange exchange) throws IOException, SQLException, InterruptedException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        Optional<CityTable> table = CityTables.of(department).stream()
                .filter(known -> path.length > 3 && known.name().equals(path[3]))
                .findFirst();
        boolean keys = path.length == 5 && path[4].equals("keys");
        LocalDateTime now = clock.now();
        Mood mood = Mood.of(moodFile);
        if (mood.is("*", "outage") || now.getHour() == SERVICE_HOUR && now.getMinute() < SERVICE_MINUTES) {
            return new Reply(503, "text/html", "<h1>系统维护</h1>");
        }
        if (!isAllowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return json(401, "{\"code\":401,\"message\":\"token\"}");
        }
        if (isTooMany()) {
            return json(429, "{\"code\":429,\"message\":\"too many requests\"}");
        }
        if (table.isEmpty() || path.length > 5 || path.length == 5 && !keys) {
            return json(404, "{\"code\":404,\"message\":\"no such table\"}");
        }
        if (mood.is(table.get().name(), "html")) {
            return new Reply(200, "text/html", "<h1>请登录</h1>");
        }
        if (mood.is(table.get().name(), "reset") || happens(0.002)) {
            return null;
        }
        if (happens(0.005)) {
            Thread.sleep(1_500);
        }
        return json(200, page(table.get(), keys, exchange.getRequestURI().getRawQuery(), now, mood));
    }

    private synchronized boolean happens(double share) {
        return chance.nextDouble() < share;
    }

    private String page(CityTable table, boolean keys, @Nullable String query, LocalDateTime now, Mood mood)
            throws SQLException, IOException {
        Map<String, String> wanted = parameters(query == null ? "" : query);
        int most = keys ? MOST_KEYS : MOST_ROWS;
        TableQuestion question = new TableQuestion(
                table,
                keys,
                wanted.getOrDefault("updated_since", ""),
                Math.max(1, number(wanted.get("page"), 1)),
                Math.clamp(number(wanted.get("size"), 100), 1, most));
        return ask(question, now.format(TIME), mood);
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private synchronized String ask(TableQuestion question, String time, Mood mood) throws SQLException, IOException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            open = database.open();
            open.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            open.setAutoCommit(false);
            connection = open;
        }
        try {
            String answer = question.answer(open, time, mood);
            open.commit();
            return answer;
        } catch (SQLException e) {
            connection = null;
            open.close();
            throw e;
        }
    }

    private boolean isAllowed(@Nullable String authorization) {
        Long end = authorization != null && authorization.startsWith("Bearer ")
                ? tokens.get(authorization.substring("Bearer ".length()))
                : null;
        return end != null && end - System.nanoTime() > 0;
    }

    private synchronized boolean isTooMany() {
        long now = System.nanoTime() / 1_000_000_000L;
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        return inSecond > QUESTIONS_A_SECOND;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        for (String part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                found.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static Reply json(int status, String body) {
        return new Reply(status, "application/json;charset=UTF-8", body);
    }

    @Override
    public synchronized void close() throws SQLException {
        server.stop(0);
        executor.shutdownNow();
        Connection open = connection;
        if (open != null) {
            open.close();
        }
    }
}
