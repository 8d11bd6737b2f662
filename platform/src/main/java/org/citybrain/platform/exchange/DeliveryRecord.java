package org.citybrain.platform.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write ordered from a department.
 *
 * @param id the order
 * @param department who is to write
 * @param table into which table
 * @param caseId for which case
 * @param state ORDERED, WRITTEN or REFUSED
 * @param reason why it was refused, empty when it was not
 * @param orderedAt machine time
 * @param writtenAt when the department wrote it, null until then
 * @param receipt the department's signed answer as JSON, null until then
 */
public record DeliveryRecord(
        String id,
        String department,
        String table,
        String caseId,
        String state,
        String reason,
        Instant orderedAt,
        @Nullable Instant writtenAt,
        @Nullable String receipt) {}
