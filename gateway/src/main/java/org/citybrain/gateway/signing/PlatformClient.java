package org.citybrain.gateway.signing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.citybrain.kernel.wire.WireJson;

/** Calls the platform's machine interface with the home's machine token. */
public final class PlatformClient {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String token;

    /** A client of the platform at an address such as {@code http://127.0.0.1:18080}. */
    public PlatformClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /**
     * The platform's answer.
     *
     * @param status HTTP status
     */
    public record Answer(int status, String body) {
        /** Whether the platform did what was asked. */
        public boolean isDone() {
            return status / 100 == 2;
        }
    }

    /**
     * Posts a record as JSON.
     *
     * @throws IOException when the platform does not answer
     */
    public Answer post(String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(body)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /**
     * Asks for a page of the interface.
     *
     * @throws IOException when the platform does not answer
     */
    public Answer get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }
}
