package org.citybrain.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.gateway.capture.SourceCatalogue;
import org.citybrain.gateway.capture.SourceTable;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.supervise.Pause;

/** A database of the bulk measurement as a department's source: registered, then served by the city's first gateway. */
record BulkSource(City city, BulkTable table) {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    String department() {
        return table.database();
    }

    String resource() {
        return department() + "." + BulkTable.NAME;
    }

    /** Enters department and resource into the catalogue, as `bin/cb connect` does. */
    void register() throws SQLException {
        Machine machine = new Machine(city.config());
        Map<String, String> title = Map.of("zh", "测量 " + department(), "en", "measurement " + department());
        machine.post("/api/departments", Map.of("code", department(), "title", title));
        try (Connection connection = city.departments().connect(table.database())) {
            for (SourceTable found : SourceCatalogue.tables(connection)) {
                List<Map<String, Object>> fields = new ArrayList<>();
                for (FieldSpec field : found.version().fields()) {
                    fields.add(form(field));
                }
                machine.post(
                        "/api/resources",
                        Map.of(
                                "resource",
                                department() + "." + found.slug(),
                                "department",
                                department(),
                                "title",
                                title,
                                "fields",
                                fields));
            }
        }
    }

    private static Map<String, Object> form(FieldSpec field) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", field.name());
        form.put("sourceType", field.sourceType());
        form.put("nullable", field.nullable());
        form.put("key", field.key());
        if (field.length() != null) {
            form.put("length", field.length());
        }
        return form;
    }

    /** Tells the gateway to serve the database: its first load begins at once. */
    void serve() {
        String gateway = city.gateways().getFirst();
        Machine door = new Machine(
                city.config(), "http://127.0.0.1:" + city.config().getInt("gateway." + gateway + ".health.port"));
        Map<String, Object> address = Map.of(
                "host", "127.0.0.1",
                "port", city.config().getInt("dept.pg.port"),
                "database", table.database(),
                "user", "postgres",
                "password", city.config().get("dept.pg.admin.password"));
        door.post("/sources", Map.of("department", department(), "postgres", address));
    }

    /** Waits until the gateway has sent the first load and Kafka has it. */
    LoadView awaitLoaded() throws IOException {
        String gateway = city.gateways().getFirst();
        Path note = Path.of(city.config().get("gateway." + gateway + ".dir"), department(), "postgres", "capture.json");
        Optional<LoadView> view = LoadView.read(note);
        while (view.isEmpty()) {
            Pause.of(BETWEEN);
            view = LoadView.read(note);
        }
        return view.orElseThrow();
    }
}
