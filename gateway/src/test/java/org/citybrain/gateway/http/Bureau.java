package org.citybrain.gateway.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A department's interface that can be told to misbehave. */
final class Bureau implements AutoCloseable {
    /** A question: its path and parameters, and the answer that would be right. */
    record Question(String path, int page, String since, String answer) {}

    /** What is answered in place of the right answer: status, content type, body. */
    record Reply(int status, String type, String body) {
        static Reply json(String body) {
            return new Reply(200, "application/json", body);
        }
    }

    private final HttpServer server;
    private final TreeMap<Integer, String> rows = new TreeMap<>();
    private final Map<Integer, String> times = new HashMap<>();
    private int tick;
    private String token = "";
    final AtomicInteger questions = new AtomicInteger();
    final AtomicInteger tokens = new AtomicInteger();
    final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
    volatile Function<Question, @Nullable Reply> lie = question -> null;
    volatile String retryAfter = "0";
    volatile int addPages;
    volatile int addTotal;

    Bureau() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/oauth/token", this::token);
        server.createContext("/api/v1/incident", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void put(int number, String place) {
        tick++;
        rows.put(number, place);
        times.put(number, time(tick));
    }

    /** A row entered later with a time of change that is long past: no question for changes shows it. */
    synchronized void putBackdated(int number, String place) {
        rows.put(number, place);
        times.put(number, time(0));
    }

    synchronized void delete(int number) {
        rows.remove(number);
    }

    synchronized List<String> table() {
        List<String> all = new ArrayList<>();
        rows.forEach((number, place) -> all.add(number + " " + place));
        return all;
    }

    synchronized void endToken() {
        token = "";
    }

    private static String time(int tick) {
        return "2026-11-01 %02d:%02d:%02d".formatted(8 + tick / 3600, tick / 60 % 60, tick % 60);
    }

    private synchronized void token(HttpExchange exchange) throws IOException {
        token = "t" + tokens.incrementAndGet();
        send(exchange, Reply.json("{\"access_token\":\"" + token + "\",\"expires_in\":600}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        URI uri = exchange.getRequestURI();
        asked.add(String.valueOf(uri));
        Map<String, String> parameters = new HashMap<>();
        for (String part : uri.getQuery().split("&")) {
            parameters.put(
                    part.substring(0, part.indexOf('=')),
                    part.substring(part.indexOf('=') + 1).replace('+', ' '));
        }
        int page = Integer.parseInt(parameters.get("page"));
        String since = parameters.getOrDefault("updated_since", "");
        Question question;
        synchronized (this) {
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, new Reply(401, "application/json", "{}"));
                return;
            }
            question = new Question(
                    uri.getPath(),
                    page,
                    since,
                    right(uri.getPath(), page, Integer.parseInt(parameters.get("size")), since));
        }
        Reply reply = lie.apply(question);
        if (reply != null && reply.status() == 0) {
            exchange.close();
        } else {
            send(exchange, reply == null ? Reply.json(question.answer()) : reply);
        }
    }

    private String right(String path, int page, int size, String since) {
        List<String> all = new ArrayList<>();
        rows.forEach((number, place) -> {
            if (times.get(number).compareTo(since) >= 0) {
                all.add(path.endsWith("/keys") ? Integer.toString(number) : record(number, place));
            }
        });
        int pages = (all.size() + size - 1) / size;
        List<String> shown = all.subList(Math.min((page - 1) * size, all.size()), Math.min(page * size, all.size()));
        return "{\"code\":0,\"time\":\"" + time(tick) + "\",\"data\":{\"total\":" + (all.size() + addTotal)
                + ",\"pages\":" + (pages + addPages) + ",\"records\":[" + String.join(",", shown) + "]}}";
    }

    String record(int number, String place) {
        return "{\"no\":" + number + ",\"place\":" + place + ",\"fine\":100.00,\"updated_at\":\"" + times.get(number)
                + "\"}";
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        if (reply.status() == 429 || reply.status() == 503) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
