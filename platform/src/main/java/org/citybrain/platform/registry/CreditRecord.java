package org.citybrain.platform.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A public credit record as its source holds it.
 *
 * @param key of the source's row
 * @param over whether the department itself says that it is over: repaired, withdrawn, removed
 * @param items what of the row may be objected to
 * @param fields the source's row
 * @param person opaque id of the person whom it is about; null when it is about a unit
 */
public record CreditRecord(
        Paper paper,
        CreditStanding standing,
        String key,
        boolean over,
        Words words,
        List<Item> items,
        Map<String, @Nullable String> fields,
        @Nullable String person) {
    public CreditRecord {
        items = List.copyOf(items);
        fields = new LinkedHashMap<>(fields);
    }

    /**
     * The source's own words.
     *
     * @param status column of a record's state; null when it has none
     * @param withdrawn what that says of a record that was wrong
     * @param repaired what it says of one that is repaired
     */
    public record Words(
            @Nullable String status,
            @Nullable String withdrawn,
            @Nullable String repaired) {}

    /** A column of the source's row, as readers know it. */
    public record Item(String column, Bilingual title) {}

    /** Code of the department that found it. */
    public String department() {
        return paper.resource().substring(0, paper.resource().indexOf('.'));
    }

    /** The department's table. */
    public String table() {
        return paper.resource().substring(paper.resource().indexOf('.') + 1);
    }
}
