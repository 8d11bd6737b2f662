/**
 * The one job that takes every resource's signed batches in (seams 2, 3, 7).
 * Way: Kafka, lane gate (verify whole, next sequence only, hold at a gap, park what is not yet known),
 * facts and receipts in one PostgreSQL transaction, then rows and receipts on Kafka; beside it the pool.
 * Owns the writes to exchange.batch, exchange.lane, exchange.finding and pool.fact.
 * Words: lane 通道, parked 待版本, held 待补, finding 问题数据, receipt 回执.
 */
@NullMarked
package org.citybrain.streaming.intake;

import org.jspecify.annotations.NullMarked;
