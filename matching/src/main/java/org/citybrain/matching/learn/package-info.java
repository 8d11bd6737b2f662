/**
 * Learning (学习): the weight of each level, from the records themselves, without labels (Fellegi–Sunter with EM).
 *
 * <p>Door: {@link org.citybrain.matching.learn.Learner} gives a {@link org.citybrain.matching.learn.Model}.
 *
 * <p>Words: 权重 weight, 无标注 without labels, 词频 term frequency.
 */
@NullMarked
package org.citybrain.matching.learn;

import org.jspecify.annotations.NullMarked;
