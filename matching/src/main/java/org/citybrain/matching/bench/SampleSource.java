package org.citybrain.matching.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One source of the sample: whom it knows, what it holds, and how dirty it is.
 *
 * @param name the source's word
 * @param share share of the residents of its ages whom it knows
 * @param youngest first age
 * @param oldest last age
 * @param holds what it holds: id, sex, birth, phone, address
 * @param dates how it writes dates: dash, plain, slash, chinese
 * @param rates shares of rows by kind of dirt
 */
record SampleSource(
        String name,
        double share,
        int youngest,
        int oldest,
        Set<String> holds,
        String dates,
        Map<String, Double> rates) {
    private static final YAMLMapper YAML = new YAMLMapper();

    SampleSource {
        holds = Set.copyOf(holds);
        rates = Map.copyOf(rates);
    }

    double rate(String kind) {
        return rates.getOrDefault(kind, 0.0);
    }

    /** The twelve sources; rates of the sample city's own file win, all of them times `factor`. */
    static List<SampleSource> list(Path dirtFile, double factor) throws IOException {
        JsonNode root = YAML.readTree(KnownSet.resource("sample-sources.yaml"));
        JsonNode city = Files.isRegularFile(dirtFile) ? YAML.readTree(dirtFile.toFile()) : YAML.createObjectNode();
        List<SampleSource> sources = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : root.path("sources").properties()) {
            JsonNode node = entry.getValue();
            Set<String> holds = new TreeSet<>();
            node.path("holds").forEach(word -> holds.add(word.asText()));
            sources.add(new SampleSource(
                    entry.getKey(),
                    node.path("share").asDouble(),
                    node.path("from").asInt(0),
                    node.path("to").asInt(120),
                    holds,
                    node.path("dates").asText(),
                    rates(root.path("defaults"), node, city.path(entry.getKey()), factor)));
        }
        return sources;
    }

    private static Map<String, Double> rates(JsonNode defaults, JsonNode own, JsonNode city, double factor) {
        Map<String, Double> rates = new java.util.HashMap<>();
        for (Map.Entry<String, JsonNode> entry : defaults.properties()) {
            String kind = entry.getKey();
            JsonNode rate = city.has(kind) ? city.path(kind) : own.has(kind) ? own.path(kind) : entry.getValue();
            rates.put(kind, Math.min(1, rate.asDouble() * factor));
        }
        return rates;
    }
}
