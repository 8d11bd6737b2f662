package org.citybrain.samplecity.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;

/**
 * Registers the departments and their resources with the catalogue over the platform's public interface. Repeating it
 * is harmless: the catalogue leaves alone what it has already.
 */
public final class CatalogueSeeder {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private final CityConfig config;
    private final PrintStream out;

    /** A seeder that tells what it did. */
    public CatalogueSeeder(CityConfig config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /**
     * Registers everything.
     *
     * @return resources that were new
     * @throws IOException when the platform cannot be reached or refuses something
     */
    public int run() throws IOException, InterruptedException {
        List<String> raised = config.departments();
        List<ObjectNode> registrations = CityTables.registrations().stream()
                .filter(r -> raised.contains(r.get("department").asText()))
                .toList();
        int added = 0;
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            for (ObjectNode department : CityTables.departments()) {
                if (!raised.contains(department.get("code").asText())) {
                    continue;
                }
                register(http, "/api/departments", department.get("code").asText(), department);
            }
            for (ObjectNode registration : registrations) {
                String resource = registration.get("resource").asText();
                added += register(http, "/api/resources", resource, registration) ? 1 : 0;
            }
        }
        out.println("registered: " + added + " of " + registrations.size() + " resources were new");
        return added;
    }

    boolean register(HttpClient http, String path, String name, ObjectNode registration)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(config.platformUrl() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + config.machineToken())
                .POST(HttpRequest.BodyPublishers.ofString(registration.toString(), StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> answer = answer(http, request);
        int status = answer.statusCode();
        if (status / 100 != 2 && status != CONFLICT) {
            throw new IOException("The catalogue refused " + name + " with " + status + ": " + answer.body());
        }
        return status == CREATED;
    }

    private HttpResponse<String> answer(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException(
                    "The platform at " + config.platformUrl() + " does not answer. Maybe it is not started yet.", e);
        }
    }
}
