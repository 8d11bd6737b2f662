package org.citybrain.platform.exchange;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door through which a result is written back into a department's own table, exactly once. */
public interface Deliveries {

    /**
     * Orders a write in the running transaction. The same case, table and key again is the same order: nothing is written
     * twice; one that was refused is ordered again, with the columns as they are now.
     *
     * @param department code of the receiving department
     * @param table the table in its own database
     * @param keyColumn the column that names the row; {@code columns} holds its value
     * @param columns values by column as canonical text, null for none
     * @param caseId the case that causes it
     * @return the order's id
     */
    String order(
            String department, String table, String keyColumn, Map<String, @Nullable String> columns, String caseId);

    /** An order with what the department answered. */
    Optional<DeliveryRecord> find(String id);
}
