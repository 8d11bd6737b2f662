/**
 * Lanes: changes become signed batches that survive any kill.
 *
 * <p>Door: {@link org.citybrain.gateway.lane.Outbox}. Owns the department's journal folder. A batch is journalled and
 * forced to disk before it is sent; what was not acknowledged is sent again, byte for byte, after a restart. Words: lane
 * 通道, batch 批次, journal 日志.
 */
@NullMarked
package org.citybrain.gateway.lane;

import org.jspecify.annotations.NullMarked;
