package org.citybrain.platform.region;

/**
 * Where a point lies.
 *
 * @param county by its outline
 * @param village the village whose centre is nearest inside that county
 * @param generated true while village centres are generated and not surveyed
 */
public record Located(Region county, Region village, boolean generated) {}
