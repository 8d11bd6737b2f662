package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import org.citybrain.samplecity.population.Resident;

/**
 * A child at school.
 *
 * @param pupil the child
 * @param guardian who answers for it
 * @param school where
 * @param grade index into the grades, 0 the youngest of kindergarten
 * @param enteredOn first day at this school
 */
public record Schooling(Resident pupil, Resident guardian, School school, int grade, LocalDate enteredOn) {}
