/**
 * Explanations (解释): why two records were linked or kept apart, field by field.
 *
 * <p>Door: {@link org.citybrain.matching.explain.Explainer}.
 *
 * <p>Words: 瀑布图 waterfall.
 */
@NullMarked
package org.citybrain.matching.explain;

import org.jspecify.annotations.NullMarked;
