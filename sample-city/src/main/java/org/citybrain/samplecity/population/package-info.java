/**
 * The invented people as they truly are, household by household, before any department has written them down.
 *
 * <p>Door: {@link org.citybrain.samplecity.population.Population}, an endless walk in bounded memory; the same seed
 * and size give the same people. Planted households, whose fate is known, come first.
 */
@NullMarked
package org.citybrain.samplecity.population;

import org.jspecify.annotations.NullMarked;
