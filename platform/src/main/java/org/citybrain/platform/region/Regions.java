package org.citybrain.platform.region;

import java.util.List;
import java.util.Optional;

/** The divisions of the city. */
public interface Regions {

    /** The name of a code; the code itself when it is not known, so that a page never shows a blank. */
    String nameOf(String code);

    /** County, town and village names of a code joined, e.g. 袁州区灵泉街道东门社区居委会. */
    String pathOf(String code);

    /** The counties, in code order; empty when the home has no divisions. */
    List<Region> counties();

    /**
     * The village of a point (R26).
     *
     * @param longitude WGS-84 degrees
     * @param latitude WGS-84 degrees
     * @return empty outside the city or without outlines
     */
    Optional<Located> locate(double longitude, double latitude);

    /** County outlines as GeoJSON (WGS-84), a sketch; an empty collection when the home has none. */
    String outlines();

    /** All villages with their centres, in code order; centres are generated and not surveyed. */
    List<VillagePoint> villages();
}
