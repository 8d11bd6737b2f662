/**
 * Work on several threads (并行) whose result is the same for any number of them.
 *
 * <p>Door: {@link org.citybrain.matching.work.Crew}.
 *
 * <p>Words: 线程 thread, 确定性 determinism.
 */
@NullMarked
package org.citybrain.matching.work;

import org.jspecify.annotations.NullMarked;
