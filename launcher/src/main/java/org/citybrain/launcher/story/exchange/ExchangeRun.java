package org.citybrain.launcher.story.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.launcher.city.Children;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.story.Cases;

/**
 * The exchange run as a person starts it: the sample city gives every unit its records, then a data officer grants each
 * unit the records it helped with, out of every other unit's table.
 *
 * @param prepared what the sample city counted: units, pairs, rows
 */
public record ExchangeRun(JsonNode prepared) {

    /** Id of the run. */
    public static final String ID = "seventeen-units";

    private static final String TABLE = "service_record";

    /** Raises the units' records; they are counted where they lie. */
    public static ExchangeRun prepare(Children children, Path home, int rows) throws IOException, InterruptedException {
        Path log = Files.createDirectories(home.resolve("log")).resolve("exchange-run.log");
        Process process = new ProcessBuilder(children.sampleCity("exchange", "--rows", Integer.toString(rows)))
                .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new PlainFailure("各单位的办件记录未能备好 · the units' records could not be prepared", "见 · see " + log);
        }
        String json = said.lines()
                .filter(line -> line.startsWith("{"))
                .reduce((a, b) -> b)
                .orElse("{}");
        return new ExchangeRun(new JsonMapper().readTree(json));
    }

    /** Rows of all units. */
    public long rows() {
        return prepared.path("rows").asLong();
    }

    /** Codes of the units. */
    public List<String> units() {
        List<String> units = new ArrayList<>();
        prepared.path("units").forEach(unit -> units.add(unit.path("code").asText()));
        return units;
    }

    /** Names of the fields that every consumer is granted. */
    public List<String> fields() {
        List<String> fields = new ArrayList<>();
        prepared.path("fields").forEach(field -> fields.add(field.asText()));
        return fields;
    }

    /** Name of the database in which a unit keeps its records and receives others'; a front-end one where need be. */
    public String databaseOf(String unit) {
        for (JsonNode told : prepared.path("units")) {
            if (told.path("code").asText().equals(unit)) {
                String url = told.path("url").asText();
                return url.substring(url.lastIndexOf('/') + 1);
            }
        }
        throw new IllegalArgumentException("no unit of the run is called " + unit);
    }

    /** Rows by provider and consumer, as {@code provider>consumer}. */
    public Map<String, Long> pairs() {
        Map<String, Long> pairs = new TreeMap<>();
        prepared.path("pairs")
                .forEach(pair -> pairs.put(
                        pair.path("provider").asText() + ">"
                                + pair.path("consumer").asText(),
                        pair.path("rows").asLong()));
        return pairs;
    }

    /** Rows that intake has taken of the units' records so far. */
    public long takenIn(Door door) {
        long taken = 0;
        for (JsonNode lane : Cases.rows(door.get("/api/exchange/lanes"))) {
            if (lane.path("resource").asText().endsWith("." + TABLE)) {
                taken += lane.at("/rows/value").asLong()
                        - lane.at("/badRows/value").asLong();
            }
        }
        return taken;
    }

    /** Asks for and grants every pair, as the data officer at the door. */
    public void start(Door officer) {
        List<Map<String, Object>> wishes = new ArrayList<>();
        for (String pair : pairs().keySet()) {
            String provider = pair.substring(0, pair.indexOf('>'));
            String consumer = pair.substring(pair.indexOf('>') + 1);
            wishes.add(Map.of(
                    "consumer",
                    consumer,
                    "resource",
                    provider + "." + TABLE,
                    "fields",
                    prepared.path("fields"),
                    "filter",
                    "partner_unit = '" + consumer + "'",
                    "table",
                    received(provider),
                    "purpose",
                    "协办事项办结抄送 · matters it helped with",
                    "legalBasis",
                    "政务数据共享条例（国务院令第809号）"));
        }
        officer.post(
                "/api/exchange/runs",
                Map.of(
                        "id",
                        ID,
                        "title",
                        Map.of("zh", "十七单位办件记录交换", "en", "Service records of seventeen units"),
                        "basis",
                        "协办单位依职责接收其参与办理的事项",
                        "subscriptions",
                        wishes));
    }

    /** The run as its page shows it. */
    public static JsonNode picture(Door door) {
        return door.get("/api/exchange/runs/" + ID);
    }

    /** The table that a consumer receives a provider's records in. */
    public static String received(String provider) {
        return provider + "_" + TABLE;
    }
}
