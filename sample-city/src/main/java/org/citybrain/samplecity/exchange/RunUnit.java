package org.citybrain.samplecity.exchange;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.samplecity.config.CityConfig;

/**
 * A unit of the run.
 *
 * @param code department code, or {@code county_} and the county's six digits
 * @param database name of its database
 * @param access its database, as its owner
 * @param served whether a gateway serves it from the home's configuration
 * @param weight its share of all records, against the others'
 * @param matters what it is asked for
 * @param region first digits of the villages its applicants live in
 */
record RunUnit(
        String code,
        Bilingual title,
        String database,
        CityConfig.Access access,
        boolean served,
        int weight,
        List<String> matters,
        String region) {}
