/**
 * 来源质量 how good each source of a registry is: what is counted of its records, the counts kept with their moment, and each
 * figure's way to the rows behind it.
 *
 * <p>Owns: {@code registry.quality_count}.
 */
@NullMarked
package org.citybrain.platform.registry.quality;

import org.jspecify.annotations.NullMarked;
