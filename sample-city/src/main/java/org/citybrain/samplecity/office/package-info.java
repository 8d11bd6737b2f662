/**
 * The departments at work: each office writes what is true of a household, its belongings and its employers into its own
 * tables, in its own way and with its own mistakes ({@code dirt.yaml}).
 *
 * <p>Door: {@link org.citybrain.samplecity.office.CityRecords}. Reference rows come first, then households in the order of
 * the walk, at the end what is known only when everybody has been met (employers, fleets, grid cells).
 */
@NullMarked
package org.citybrain.samplecity.office;

import org.jspecify.annotations.NullMarked;
