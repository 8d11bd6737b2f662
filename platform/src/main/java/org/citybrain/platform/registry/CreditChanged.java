package org.citybrain.platform.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of public credit came from their sources. Published inside the transaction that takes them. */
public record CreditChanged(List<Row> rows) {
    public CreditChanged {
        rows = List.copyOf(rows);
    }

    /**
     * A row as its source has it now.
     *
     * @param fields what it said last when it is gone
     * @param receipt {@code resource/lane/sequence/row}
     */
    public record Row(
            String resource, String key, Map<String, @Nullable String> fields, boolean deleted, String receipt) {
        public Row {
            fields = new LinkedHashMap<>(fields);
        }
    }
}
