package org.citybrain.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the interface, with token and patience: it waits where it is told to, longer each time where it gets no answer, and
 * never gives up on what may pass. Only an answer that will not mend itself is handed up.
 */
final class HttpDoor implements AutoCloseable {
    private static final int MAX_BODY = 64 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final HttpDescription description;
    private final HttpAccess access;
    private final Duration answerLimit;
    private final Backoff backoff;
    private final Outages outages;
    private final HttpClient client;
    private @Nullable String token;
    private long tokenEnds;

    /** Hears of times without an answer. */
    interface Outages {
        /** No answer for this long; told again and again while it lasts. */
        void silent(Duration since, String reason);

        /** There was an answer. */
        void answered();
    }

    HttpDoor(HttpDescription description, HttpAccess access, Duration answerLimit, Backoff backoff, Outages outages) {
        this.description = description;
        this.access = access;
        this.answerLimit = answerLimit;
        this.backoff = backoff;
        this.outages = outages;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private record Reply(
            int status, String contentType, @Nullable String retryAfter, byte[] body) {}

    /**
     * The answer to a question; waits as long as it takes.
     *
     * @throws BadAnswerException when there is an answer that is not as described
     */
    JsonNode get(String path, Map<String, String> parameters) throws BadAnswerException, InterruptedException {
        URI uri = URI.create(access.url() + path + query(parameters));
        boolean renewed = false;
        while (true) {
            String bearer = bearer();
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
            if (bearer != null) {
                request.header("Authorization", "Bearer " + bearer);
            }
            Reply reply = send(request.GET().build());
            if (reply.status() == 401 && !renewed) {
                renewed = true;
                token = null;
            } else if (reply.status() == 200) {
                return successful(reply);
            } else {
                throw new BadAnswerException(
                        "GW-302", reply.status(), "接口答复 " + reply.status(), "The interface answered " + reply.status());
            }
        }
    }

    private static String query(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** A reply that is none of those that pass by themselves. */
    private Reply send(HttpRequest request) throws InterruptedException {
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Duration wait = backoff.pause(attempt);
            String reason;
            try {
                Reply reply = once(request);
                if (reply.status() != 429 && reply.status() < 500) {
                    outages.answered();
                    return reply;
                }
                reason = "HTTP " + reply.status();
                wait = backoff.after(reply.retryAfter(), attempt);
            } catch (IOException e) {
                reason = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
            }
            outages.silent(Duration.ofNanos(System.nanoTime() - began), reason);
            Thread.sleep(wait);
        }
    }

    /** The whole answer within the limit; a body that drips is cut off. */
    private Reply once(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(
                HttpRequest.newBuilder(request, (name, value) -> true)
                        .timeout(answerLimit)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            CompletableFuture<Void> cut = new CompletableFuture<Void>()
                    .completeOnTimeout(null, answerLimit.toMillis(), TimeUnit.MILLISECONDS);
            var cutting = cut.thenRun(() -> closeQuietly(in));
            byte[] body = in.readNBytes(MAX_BODY);
            cutting.cancel(true);
            cut.cancel(true);
            if (body.length == MAX_BODY) {
                throw new IOException("an answer of more than 64 MB");
            }
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Retry-After").orElse(null),
                    body);
        }
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // the reader hears of it as the end of its answer
            return;
        }
    }

    private JsonNode successful(Reply reply) throws BadAnswerException {
        JsonNode answer = json(reply);
        HttpDescription.Success success = description.answer().success();
        if (success != null && !answer.at(success.at()).asText().equals(success.is())) {
            throw new BadAnswerException(
                    "GW-304", 200, "答复 200，内容却是错误", "The answer is 200, but its body says an error at " + success.at());
        }
        return answer;
    }

    private static JsonNode json(Reply reply) throws BadAnswerException {
        if (!reply.contentType().toLowerCase(Locale.ROOT).contains("json")) {
            throw new BadAnswerException(
                    "GW-302",
                    200,
                    "答复不是 JSON，而是 " + reply.contentType(),
                    "The answer is not JSON but " + reply.contentType());
        }
        try {
            JsonNode answer = JSON.readTree(reply.body());
            if (answer != null && answer.isObject()) {
                return answer;
            }
            throw new BadAnswerException("GW-303", 200, "答复不是 JSON 对象", "The answer is no JSON object");
        } catch (JsonProcessingException e) {
            throw new BadAnswerException(
                    "GW-303", 200, "答复不是合格的 JSON", "The answer is no valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadAnswerException("GW-303", 200, "答复不是合格的 JSON", "The answer is no valid JSON");
        }
    }

    private @Nullable String bearer() throws BadAnswerException, InterruptedException {
        HttpDescription.Token how = description.token();
        if (how == null || token != null && System.nanoTime() < tokenEnds) {
            return how == null ? null : token;
        }
        String form =
                "grant_type=client_credentials&client_id=" + URLEncoder.encode(access.client(), StandardCharsets.UTF_8)
                        + "&client_secret=" + URLEncoder.encode(access.secret(), StandardCharsets.UTF_8);
        Reply reply = send(HttpRequest.newBuilder(URI.create(access.url() + how.path()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        JsonNode answer = reply.status() == 200 ? json(reply) : JSON.missingNode();
        String fresh = answer.at(how.value()).asText("");
        if (fresh.isEmpty()) {
            throw new BadAnswerException(
                    "GW-312", reply.status(), "得不到访问令牌", "No token was given; the answer was " + reply.status());
        }
        // renewed before it ends, so that no page falls into the gap
        long seconds = answer.at(how.seconds()).asLong(60);
        tokenEnds = System.nanoTime()
                + Duration.ofSeconds(Math.max(1, seconds * 4 / 5)).toNanos();
        token = fresh;
        return fresh;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
