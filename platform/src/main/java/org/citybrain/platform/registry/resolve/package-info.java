/**
 * Resolve (归一): the one writer of which source record belongs to which person or firm.
 *
 * <p>Rows come from {@code cb.rows}; records with a valid number belong together by it, all others are compared by the
 * matching engine with what shares a block with them. State is {@code registry.record} alone: a restart begins where the
 * last transaction ended. A steward's ruling is a command to resolve and stays a guard for all later runs.
 *
 * <p>Words: 归一 resolve, 来源记录 source record, 裁定 ruling, 疑似对 doubt, 并/拆日志 merge and split log.
 */
@NullMarked
package org.citybrain.platform.registry.resolve;

import org.jspecify.annotations.NullMarked;
