package org.citybrain.platform.exchange;

import java.time.Instant;

/**
 * Rows that came in within one span of time.
 *
 * @param from start of the span, machine time
 * @param batches batches accepted in it
 * @param rows rows in them
 */
public record FlowPoint(Instant from, long batches, long rows) {}
