package org.citybrain.samplecity.population;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as he truly is.
 *
 * @param personNo number in the population register, from 1
 * @param idNumber true 18-digit identity number
 * @param name true name
 * @param male sex
 * @param birthDate birth date, the same as in the number
 * @param diedOn day of death, null while alive
 */
public record Resident(
        long personNo,
        String idNumber,
        String name,
        boolean male,
        LocalDate birthDate,
        @Nullable LocalDate diedOn) {
    /** Age in whole years on the last day of a year. */
    public int ageAtEndOf(int year) {
        return year - birthDate.getYear();
    }
}
