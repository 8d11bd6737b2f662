package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import org.citybrain.samplecity.population.Resident;

/**
 * A visit to a doctor without a stay.
 *
 * @param patient who
 * @param institution where
 * @param diagnosis of what
 * @param day when
 * @param minute minute of the day
 * @param cents what it cost
 * @param insured whether the insurance paid a part
 */
public record Visit(
        Resident patient,
        String institution,
        String diagnosis,
        LocalDate day,
        int minute,
        long cents,
        boolean insured) {}
