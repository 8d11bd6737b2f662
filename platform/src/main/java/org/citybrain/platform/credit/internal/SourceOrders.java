package org.citybrain.platform.credit.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.platform.exchange.Deliveries;
import org.citybrain.platform.registry.CreditRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a procedure to the department that found the fault, as a row of its table of corrections. */
@Component
class SourceOrders {
    /** The gateway makes this table in the department's database when the first row comes. */
    private static final String TABLE = "citybrain_correction";

    /** In place of a column: not the empty text, which some databases take for none. */
    private static final String WHOLE_ROW = "*";

    private final Deliveries deliveries;

    SourceOrders(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * Orders the row.
     *
     * @param procedure {@code objection} or {@code repair}
     * @param column which of the record's columns should change; empty for the row as a whole
     * @return the delivery's id
     */
    String send(String procedure, String id, CreditRecord record, String column, String wanted, String reason) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("id", id);
        columns.put("table_name", record.table());
        columns.put("row_key", record.key());
        columns.put("column_name", column.isEmpty() ? WHOLE_ROW : column);
        columns.put("seen", record.fields().get(column));
        columns.put("wanted", wanted);
        columns.put("reason", reason);
        return deliveries.order(record.department(), TABLE, "id", columns, procedure + "-" + id);
    }
}
