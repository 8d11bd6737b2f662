/**
 * The linkage bench (比对测量), {@code bin/cb bench linkage}.
 *
 * <p>Door: {@link org.citybrain.matching.bench.LinkageMain}. Reads a set and its declaration, matches it, prints the
 * figures. Development sets lie outside the repository; test persons are invented.
 *
 * <p>Words: 测量 bench, 真值 truth.
 */
@NullMarked
package org.citybrain.matching.bench;

import org.jspecify.annotations.NullMarked;
