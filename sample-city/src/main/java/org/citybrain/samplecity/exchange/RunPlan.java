package org.citybrain.samplecity.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;

/** Who takes part in the run and how many records each has for each other: from the seed, exactly as many as wished. */
final class RunPlan {
    private static final int COUNTIES = 5;
    private static final String FILE = "/exchange/service_record.yaml";

    private final JsonNode file;
    private final List<RunUnit> units;
    private final long[][] rows;

    private RunPlan(JsonNode file, List<RunUnit> units, long[][] rows) {
        this.file = file;
        this.units = List.copyOf(units);
        this.rows = rows;
    }

    static RunPlan of(CityConfig config, int wished) {
        JsonNode file = read();
        List<RunUnit> units = new ArrayList<>();
        for (ObjectNode department : CityTables.departments()) {
            String code = department.get("code").asText();
            units.add(unit(
                    config,
                    code,
                    title(department.get("title")),
                    file.get("units").get(code),
                    config.cityCode()));
        }
        for (Map.Entry<String, String> county : counties(config).entrySet()) {
            Bilingual title = new Bilingual(county.getValue(), "County " + county.getKey());
            units.add(unit(config, "county_" + county.getKey(), title, file.get("county"), county.getKey()));
        }
        return new RunPlan(file, units, shares(config.seed(), units, wished));
    }

    /** The first counties by code, of those that the city's villages lie in. */
    private static Map<String, String> counties(CityConfig config) {
        return Divisions.of(config.cityCode(), config.shared()).villages().stream()
                .collect(Collectors.toMap(Village::countyCode, Village::county, (a, b) -> a, TreeMap::new))
                .entrySet()
                .stream()
                .limit(COUNTIES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static RunUnit unit(CityConfig config, String code, Bilingual title, JsonNode words, String region) {
        List<String> matters = new ArrayList<>();
        words.get("matters").forEach(matter -> matters.add(matter.asText()));
        boolean served = config.serves(code);
        String database = served ? config.database(code) : front(code);
        CityConfig.Access access = served ? config.department(code) : config.extra(database, secret(config, code));
        return new RunUnit(
                code, title, database, access, served, words.get("weight").asInt(), matters, region);
    }

    /** The front-end database (前置库) of a department whose own system is no PostgreSQL; a county's is named as it is. */
    private static String front(String code) {
        return CityTables.DEPARTMENTS.contains(code) ? code + "_front" : code;
    }

    /** Of the home's own administrator secret, so that it need not be written down. */
    private static String secret(CityConfig config, String code) {
        byte[] digest = Sm3.digest(Sm3.utf8(config.administrator().password() + "\n" + code));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    /** Rows from each unit for each other: by weights and the seed; what rounding leaves goes to the first. */
    private static long[][] shares(long seed, List<RunUnit> units, long wished) {
        int n = units.size();
        double[][] weights = new double[n][n];
        double total = 0;
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                if (from != to) {
                    double luck = 0.5 + Dice.of(seed, 31, from, to).share();
                    weights[from][to] = units.get(from).weight() * units.get(to).weight() * luck;
                    total += weights[from][to];
                }
            }
        }
        long[][] rows = new long[n][n];
        long left = wished;
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                rows[from][to] = (long) Math.floor(wished * weights[from][to] / total);
                left -= rows[from][to];
            }
        }
        for (int i = 0; left > 0; i = (i + 1) % (n * n)) {
            if (i / n != i % n) {
                rows[i / n][i % n]++;
                left--;
            }
        }
        return rows;
    }

    List<RunUnit> units() {
        return units;
    }

    /** Rows that a unit has for another. */
    long rows(int from, int to) {
        return rows[from][to];
    }

    /** All rows of a unit. */
    long rowsOf(int from) {
        return java.util.Arrays.stream(rows[from]).sum();
    }

    List<String> results() {
        List<String> results = new ArrayList<>();
        file.get("results").forEach(result -> results.add(result.asText()));
        return results;
    }

    /** The table's columns with their types, as SQL. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        file.get("fields")
                .forEach(field -> columns.add(field.get("name").asText() + " "
                        + field.get("sourceType").asText()
                        + (field.get("key").asBoolean() ? " PRIMARY KEY" : "")));
        return columns;
    }

    /** Names of the fields. */
    List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        file.get("fields").forEach(field -> names.add(field.get("name").asText()));
        return names;
    }

    /** What the catalogue takes for a unit's table. */
    ObjectNode registration(RunUnit unit) {
        ObjectNode node = file.deepCopy();
        node.remove(List.of("table", "units", "county", "results"));
        node.put("resource", unit.code() + ".service_record");
        node.put("department", unit.code());
        node.put("shareType", "CONDITIONAL");
        node.put("updateCycle", "REALTIME");
        return node;
    }

    /** The unit as the catalogue takes a department. */
    static ObjectNode department(RunUnit unit) {
        ObjectNode node = new YAMLMapper().createObjectNode();
        node.put("code", unit.code());
        node.putObject("title")
                .put("zh", unit.title().zh())
                .put("en", unit.title().en());
        return node;
    }

    private static Bilingual title(JsonNode node) {
        return new Bilingual(node.get("zh").asText(), node.get("en").asText());
    }

    private static JsonNode read() {
        try (InputStream in = RunPlan.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from this build.");
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d units", units.size());
    }
}
