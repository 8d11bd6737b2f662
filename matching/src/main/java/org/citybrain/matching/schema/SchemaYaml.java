package org.citybrain.matching.schema;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;

/** YAML without what a declaration has no use for: types, anchors, keys given twice, a second document. */
final class SchemaYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SchemaYaml() {}

    static JsonNode tree(String yaml) {
        try {
            plain(yaml);
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            String why = e.getOriginalMessage().lines().findFirst().orElse("");
            String zh = why.startsWith("Duplicate field") ? "同一个键写了两次, 请去掉一个" : "声明不是一份 YAML";
            String en = why.startsWith("Duplicate field")
                    ? "a key stands twice, drop one"
                    : "the declaration is not one YAML document";
            throw new SchemaException(line(e.getLocation()) + zh + " · " + en + ": " + why, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types and anchors would be passed over by the tree. */
    private static void plain(String yaml) throws IOException {
        try (YAMLParser parser = (YAMLParser) YAML.getFactory().createParser(yaml)) {
            while (parser.nextToken() != null) {
                if (parser.getTypeId() != null || parser.getObjectId() != null || parser.isCurrentAlias()) {
                    throw new SchemaException(line(parser.currentTokenLocation())
                            + "声明不用 YAML 的类型 (!) 与锚点 (& *), 请去掉 · a declaration has no types (!) and anchors (& *)"
                            + " of YAML: drop them");
                }
            }
        }
    }

    private static String line(JsonLocation place) {
        return place == null || place.getLineNr() < 1
                ? ""
                : "第 " + place.getLineNr() + " 行 · line " + place.getLineNr() + ": ";
    }
}
