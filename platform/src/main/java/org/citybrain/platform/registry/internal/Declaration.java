package org.citybrain.platform.registry.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** {@code registries/person.yaml}: which resources tell which field of a person. */
@JsonIgnoreProperties({"format", "entity"})
record Declaration(
        Bilingual purpose,
        Bilingual legalBasis,
        String ref,
        String idNumber,
        Origin name,
        Origin place,
        List<NeedOf> needs,
        List<Field> fields,
        HouseholdOf household) {

    /** A resource with the fields the registry uses. */
    record NeedOf(String resource, List<String> fields, List<String> lookup) {}

    /** One field of one resource; where a person has several rows, the one with the greatest {@code latestBy} counts. */
    record Origin(String resource, String field, @Nullable String latestBy) {}

    /** A golden field, best origin first; {@code rule}: order (default), newest, most-frequent. */
    record Field(
            String name,
            Bilingual title,
            @Nullable String mask,
            @Nullable String rule,
            boolean region,
            @Nullable Map<String, Bilingual> codes,
            @JsonProperty("from") List<Origin> origins) {}

    /** Where memberships are found. */
    record HouseholdOf(
            String resource, String ref, String relation, String kind, String from, String to, String memberName) {}

    static Declaration read(Path file) {
        try {
            return JsonMapper.builder(new YAMLFactory()).build().readValue(file.toFile(), Declaration.class);
        } catch (IOException e) {
            throw new ConfigException(
                    "Cannot read the registry declaration " + file.getFileName() + ": " + e.getMessage());
        }
    }
}
