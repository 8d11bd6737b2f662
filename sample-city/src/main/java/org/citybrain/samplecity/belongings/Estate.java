package org.citybrain.samplecity.belongings;

import org.citybrain.samplecity.city.Village;

/**
 * A housing estate (小区) on one parcel of a neighbourhood.
 *
 * @param name its name
 * @param village the neighbourhood
 * @param parcelCode its parcel
 * @param developer the firm that built it
 */
public record Estate(String name, Village village, String parcelCode, Firm developer) {}
