package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import java.util.List;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.population.Resident;
import org.jspecify.annotations.Nullable;

/**
 * A house or flat.
 *
 * @param village where
 * @param estate its estate; null for a house on its own parcel
 * @param parcelCode 19 signs
 * @param unitCode real estate unit code, 28 signs, unique
 * @param address its address
 * @param floor which floor
 * @param squareMetres floor area in hundredths of a square metre
 * @param builtOn when finished
 * @param owners one or two residents of one household; empty while the developer still owns it
 * @param seller who sold it to them: a resident, or null when the developer did or nobody sold it
 * @param acquiredOn since when they own it
 * @param priceCents what they paid, 0 for a house they built
 * @param loan what they owe on it, null when nothing
 */
public record Home(
        Village village,
        @Nullable Estate estate,
        String parcelCode,
        String unitCode,
        String address,
        int floor,
        int squareMetres,
        LocalDate builtOn,
        List<Resident> owners,
        @Nullable Resident seller,
        LocalDate acquiredOn,
        long priceCents,
        @Nullable Loan loan) {
    public Home {
        owners = List.copyOf(owners);
    }

    /**
     * A loan on the home.
     *
     * @param lender the bank
     * @param ofFund whether the housing fund lends it through the bank
     * @param cents the sum in cents
     * @param months its term
     */
    public record Loan(String lender, boolean ofFund, long cents, int months) {}
}
