/**
 * Scenes' streams: SQL from granted needs to candidates (seams 6, 9, 10).
 * A scene's bundle becomes one Flink job; its SQL is checked on Flink's resolved plan against what the needs grant;
 * the same code runs offline over the rows of a scene's tests.
 * In: cb.rows, cb.jobs. Out: cb.candidates. Words: candidate 线索, need 需求.
 */
@NullMarked
package org.citybrain.streaming.scene;

import org.jspecify.annotations.NullMarked;
