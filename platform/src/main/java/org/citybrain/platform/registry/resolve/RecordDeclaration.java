package org.citybrain.platform.registry.resolve;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.schema.SchemaFile;
import org.jspecify.annotations.Nullable;

/**
 * {@code registries/<kind>.records.yaml}: the source records that an entity of this kind is made of.
 *
 * @param entity the kind: person, firm, licence, credit
 * @param number what the number that names an entity is
 * @param match file of the comparison beside this one
 * @param sources the resources and their columns
 */
@JsonIgnoreProperties("format")
public record RecordDeclaration(String entity, NumberKind number, String match, List<Source> sources) {

    /** A resource; {@code columns} tells for each field of the comparison which column ({@link Columns}) holds it. */
    public record Source(String resource, Map<String, String> columns) {
        public Source {
            columns = Map.copyOf(columns);
        }
    }

    public RecordDeclaration {
        sources = List.copyOf(sources);
    }

    /** A declaration with its comparison. */
    public record Loaded(RecordDeclaration declaration, MatchSchema schema) {
        public String kind() {
            return declaration.entity;
        }

        /** Whether what it declares bears names. */
        public boolean hasNames() {
            return schema.fields().stream().anyMatch(field -> field.name().equals("name"));
        }

        /** The sources by resource. */
        public Map<String, Source> sources() {
            Map<String, Source> sources = new LinkedHashMap<>();
            declaration.sources.forEach(source -> sources.put(source.resource(), source));
            return sources;
        }

        /** The opaque id of a valid number; empty when it is missing or wrong. */
        Optional<String> numberRef(String resource, String text, OpaqueIds ids) {
            return declaration.number.refOf(resource, text, ids);
        }

        /** An id for what has no number, made from its first record. */
        String idOf(String text, OpaqueIds ids) {
            return declaration.number.idOf(text, ids);
        }

        /** The number that a row of a source tells; null when it tells none. */
        public @Nullable String numberOf(String resource, Map<String, @Nullable String> fields) {
            Source source = sources().get(resource);
            String column = source == null ? null : source.columns().get("number");
            return column == null ? null : Columns.value(fields, column);
        }
    }

    /** Reads a declaration and the comparison that it names. */
    public static Loaded read(Path file) {
        try {
            RecordDeclaration declaration =
                    JsonMapper.builder(new YAMLFactory()).build().readValue(file.toFile(), RecordDeclaration.class);
            return new Loaded(declaration, SchemaFile.read(file.resolveSibling(declaration.match)));
        } catch (IOException e) {
            throw new ConfigException(
                    "Cannot read the registry's records " + file.getFileName() + ": " + e.getMessage());
        }
    }
}
