/**
 * Incremental matching (增量比对): a new, changed or deleted record re-clusters only what it touches.
 *
 * <p>Door: {@link org.citybrain.matching.increment.IncrementalMatcher}. The result does not hang on the order of
 * arrival and agrees with the batch; ids of clusters endure.
 *
 * <p>Words: 增量 incremental, 持久编号 durable id.
 */
@NullMarked
package org.citybrain.matching.increment;

import org.jspecify.annotations.NullMarked;
