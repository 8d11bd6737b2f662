/**
 * The streaming side of the city, without Spring: the engines process and its tools.
 * {@link org.citybrain.streaming.Engines} wires broker, Flink cluster, keeper, intake and scene streams;
 * packages below know nothing of it. {@code rows} ← {@code pool} ← {@code intake}; {@code engines} ← {@code scene}.
 */
@NullMarked
package org.citybrain.streaming;

import org.jspecify.annotations.NullMarked;
