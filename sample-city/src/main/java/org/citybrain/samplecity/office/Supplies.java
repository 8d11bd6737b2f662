package org.citybrain.samplecity.office;

import java.time.LocalDate;
import org.citybrain.samplecity.belongings.Endowments;
import org.citybrain.samplecity.city.Divisions;

/**
 * What every office works with.
 *
 * @param seed of the mistakes
 * @param startDay day before which everything was recorded
 * @param divisions the villages
 * @param endowments what people have
 */
record Supplies(long seed, LocalDate startDay, Divisions divisions, Endowments endowments) {
    int thisYear() {
        return startDay.getYear();
    }
}
