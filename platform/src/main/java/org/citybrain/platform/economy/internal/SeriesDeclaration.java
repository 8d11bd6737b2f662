package org.citybrain.platform.economy.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** {@code registries/economy.yaml}: what each series counts or adds up. */
@JsonIgnoreProperties("format")
record SeriesDeclaration(Bilingual purpose, Bilingual legalBasis, List<Declared> series) {
    SeriesDeclaration {
        series = List.copyOf(series);
    }

    /**
     * A declared series.
     *
     * @param day column whose month a row belongs to
     * @param sum column added up; null when rows are counted
     * @param divide what the sum is divided by, such as 10000 for ten thousand yuan
     * @param key the resource's key column, so that a need names it
     */
    record Declared(
            String code,
            Bilingual title,
            Bilingual unit,
            Bilingual caliber,
            String resource,
            String key,
            String day,
            @Nullable String sum,
            int divide) {
        Declared {
            divide = divide == 0 ? 1 : divide;
        }
    }

    static SeriesDeclaration read(Path file) {
        try {
            return JsonMapper.builder(new YAMLFactory()).build().readValue(file.toFile(), SeriesDeclaration.class);
        } catch (IOException e) {
            throw new ConfigException(
                    "Cannot read the economy's declaration " + file.getFileName() + ": " + e.getMessage());
        }
    }
}
