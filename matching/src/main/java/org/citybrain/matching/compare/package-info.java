/**
 * Comparisons (比较): how alike two values are, as one of a few levels that weights can be learnt for.
 *
 * <p>Door: {@link org.citybrain.matching.compare.PairComparer}. A level 0 says that one side is missing, 1 that the two
 * disagree, higher ones that they agree, in the order of the field's level names.
 *
 * <p>Words: 相似度 similarity, 级别 level.
 */
@NullMarked
package org.citybrain.matching.compare;

import org.jspecify.annotations.NullMarked;
