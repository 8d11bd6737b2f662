/**
 * Blocking (分块): which pairs are looked at, so that their number grows with the records and not with their square.
 *
 * <p>Door: {@link org.citybrain.matching.block.Candidates}. Blocks above a cap and values that stand for nothing are
 * left out and told as findings.
 *
 * <p>Words: 候选对 candidate, 块 block, 占位值 placeholder.
 */
@NullMarked
package org.citybrain.matching.block;

import org.jspecify.annotations.NullMarked;
