package org.citybrain.platform.exchange;

import java.time.Instant;

/**
 * A department answered an order with a signature that holds. Published inside the transaction that stores the answer.
 *
 * @param id the order
 * @param department who answered
 * @param caseId the case that caused the order
 * @param written true when the row is in the department's table
 * @param reason why it was refused, empty when written
 * @param at when the department wrote or refused it, machine time
 */
public record DeliveryReceived(
        String id, String department, String caseId, boolean written, String reason, Instant at) {}
