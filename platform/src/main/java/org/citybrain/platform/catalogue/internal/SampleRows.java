package org.citybrain.platform.catalogue.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.pool.PoolTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A few rows of the standard layer, masked by data element: no purpose unmasks a sample. */
@Component
public final class SampleRows {

    private static final int ROWS = 20;
    private static final int PHONE_SHOWN = 3;

    private final PoolTables tables;

    SampleRows(PoolTables tables) {
        this.tables = tables;
    }

    /** Masked rows by field name; empty when the pool has no table of it yet. */
    public List<Map<String, @Nullable Object>> of(DataResource resource) {
        Map<String, String> elements = resource.fields().stream()
                .filter(field -> field.element() != null)
                .collect(Collectors.toMap(DataField::name, field -> String.valueOf(field.element())));
        return tables.sampleOf(resource.id(), ROWS).stream()
                .map(row -> masked(row, elements))
                .toList();
    }

    private static Map<String, @Nullable Object> masked(
            Map<String, @Nullable Object> row, Map<String, String> elements) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            String element = elements.getOrDefault(name, "");
            shown.put(name, value == null ? null : mask(element, name, String.valueOf(value)));
        });
        return shown;
    }

    private static Object mask(String element, String name, String value) {
        return switch (element) {
            case "identity-number" -> IdentityNumber.mask(value);
            case "person-name" -> value.isEmpty() ? value : value.substring(0, 1) + "*".repeat(value.length() - 1);
            case "phone" ->
                value.length() <= 2 * PHONE_SHOWN
                        ? "*".repeat(value.length())
                        : value.substring(0, PHONE_SHOWN) + "****" + value.substring(value.length() - PHONE_SHOWN);
            // a free text such as an address may name a home: it is shown to its street number at most
            default -> name.contains("address") ? value.replaceAll("\\d", "*") : value;
        };
    }
}
