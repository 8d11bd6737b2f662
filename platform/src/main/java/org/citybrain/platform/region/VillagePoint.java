package org.citybrain.platform.region;

/**
 * A village with a point that stands for it.
 *
 * @param longitude WGS-84 degrees of its generated centre
 * @param latitude WGS-84 degrees of its generated centre
 */
public record VillagePoint(Region village, double longitude, double latitude) {}
