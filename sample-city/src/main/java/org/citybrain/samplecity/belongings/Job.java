package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import org.citybrain.samplecity.population.Resident;

/**
 * A resident's present employment.
 *
 * @param resident who
 * @param employer where
 * @param yearlyCents pay of last year in cents
 * @param since first day
 * @param saves whether both pay into the housing fund
 */
public record Job(Resident resident, Firm employer, long yearlyCents, LocalDate since, boolean saves) {}
