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
    /** The day, or the last one before the start when it would be later: nothing is recorded before it happens. */
    LocalDate past(LocalDate day) {
        return day.isBefore(startDay) ? day : startDay.minusDays(1);
    }

    int thisYear() {
        return startDay.getYear();
    }
}
