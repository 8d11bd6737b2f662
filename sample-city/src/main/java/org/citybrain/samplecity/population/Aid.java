package org.citybrain.samplecity.population;

import java.time.LocalDate;

/**
 * Social assistance a household gets.
 *
 * @param resident in whose name
 * @param kind 低保, 特困 or 临时
 * @param monthlyCents amount a month in cents
 * @param startedOn since when
 */
public record Aid(Resident resident, String kind, long monthlyCents, LocalDate startedOn) {}
