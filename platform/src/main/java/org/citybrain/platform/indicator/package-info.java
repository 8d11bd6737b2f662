/**
 * Room indicator (指标): every number on a screen and the way back to its rows.
 *
 * <p>Owns: no table yet. Door: {@link org.citybrain.platform.indicator.Figure} (a value that names its source),
 * {@link org.citybrain.platform.indicator.SourceProvider} (how a room opens a source of its own).
 *
 * <p>Words: 指标 indicator, 来源 source, 口径 definition, 回执 receipt.
 */
@NullMarked
@ApplicationModule(displayName = "indicator")
package org.citybrain.platform.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
