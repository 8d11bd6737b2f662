/**
 * Measures (评测): how good a result is against a known truth.
 *
 * <p>Door: {@link org.citybrain.matching.measure.Quality}.
 *
 * <p>Words: 精确率 precision, 召回率 recall, 误合并 wrong merge.
 */
@NullMarked
package org.citybrain.matching.measure;

import org.jspecify.annotations.NullMarked;
