package org.citybrain.samplecity.population;

import java.time.LocalDate;

/**
 * A hospital stay and what it cost.
 *
 * @param resident the patient
 * @param hospital where
 * @param diagnosis of what
 * @param admittedOn first day
 * @param settledOn day of the bill; its calendar year counts
 * @param totalCents total cost in cents
 * @param selfPaidCents what the patient paid himself, in cents
 * @param reversed whether the settlement was taken back
 * @param shownId identity number the hospital was shown when it was not the present one; empty otherwise
 */
public record Bill(
        Resident resident,
        String hospital,
        String diagnosis,
        LocalDate admittedOn,
        LocalDate settledOn,
        long totalCents,
        long selfPaidCents,
        boolean reversed,
        String shownId) {
    public Bill {
        if (selfPaidCents > totalCents || selfPaidCents < 0) {
            throw new IllegalArgumentException("Nobody pays " + selfPaidCents + " of a bill of " + totalCents);
        }
    }
}
