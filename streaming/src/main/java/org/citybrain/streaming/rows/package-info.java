/**
 * What travels through intake: parcels of signed batches, and their rows in standard form with what is wrong with them.
 * Plain values and rules without Flink state, so that each can be tested alone.
 * Door: {@link org.citybrain.streaming.rows.Parcel}, {@link org.citybrain.streaming.rows.RowStandardiser},
 * {@link org.citybrain.streaming.rows.RowFault} (the numbered findings).
 * Words: parcel 包裹, standard form 标准形式, set aside 剔除.
 */
@NullMarked
package org.citybrain.streaming.rows;

import org.jspecify.annotations.NullMarked;
