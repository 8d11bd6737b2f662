package org.citybrain.platform.place.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.place.Places.Feature;
import org.jspecify.annotations.Nullable;

/** {@code registries/division-changes.csv}: divisions that began or ended, with the days and who came after. */
final class DivisionChanges {
    private static final int CELLS = 5;

    private DivisionChanges() {}

    static List<Feature> read(Path file) {
        List<Feature> changes = new ArrayList<>();
        if (!Files.isReadable(file)) {
            return changes;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split(",", -1);
                if (cells.length == CELLS && cells[0].matches("\\d{6,12}")) {
                    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
                    properties.put("code", cells[0]);
                    properties.put("name", cells[1]);
                    properties.put("successor", cells[4].isEmpty() ? null : cells[4]);
                    changes.add(new Feature(cells[0], null, properties, day(cells[2]), day(cells[3])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the changes of divisions", e);
        }
        return changes;
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
