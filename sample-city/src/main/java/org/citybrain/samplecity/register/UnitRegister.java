package org.citybrain.samplecity.register;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.citybrain.samplecity.config.CityConfig;

/** Registers single units and resources, and tells a running gateway to serve a unit's database. */
public final class UnitRegister {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CityConfig config;
    private final CatalogueSeeder catalogue;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public UnitRegister(CityConfig config) {
        this.config = config;
        this.catalogue = new CatalogueSeeder(config, System.err);
    }

    /** Registers a department; one that is there stays. */
    public void department(ObjectNode department) throws IOException, InterruptedException {
        catalogue.register(http, "/api/departments", department.get("code").asText(), department);
    }

    /** Registers a resource; one that is there stays. */
    public void resource(ObjectNode resource) throws IOException, InterruptedException {
        catalogue.register(http, "/api/resources", resource.get("resource").asText(), resource);
    }

    /** Has the first gateway serve a unit's database; one that it serves already stays. */
    public void serve(String unit, String database, CityConfig.Access access) throws IOException, InterruptedException {
        ObjectNode source = new JsonMapper().createObjectNode();
        source.put("department", unit);
        source.putObject("postgres")
                .put("host", config.departmentHost())
                .put("port", config.departmentPort())
                .put("database", database)
                .put("user", access.user())
                .put("password", access.password());
        HttpRequest request = HttpRequest.newBuilder(URI.create(config.gatewayUrl() + "/sources"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + config.machineToken())
                .POST(HttpRequest.BodyPublishers.ofString(source.toString()))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "The gateway refused " + unit + " with " + answer.statusCode() + ": " + answer.body());
        }
    }
}
