package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import org.citybrain.samplecity.population.Resident;
import org.jspecify.annotations.Nullable;

/**
 * A business that a resident owns.
 *
 * @param firm the business
 * @param owner who runs it
 * @param sells what it needs a licence for
 * @param yearlyCents turnover of last year in cents
 * @param closedOn when it was given up, null while it goes on
 */
public record Trade(
        Firm firm,
        Resident owner,
        Sells sells,
        long yearlyCents,
        @Nullable LocalDate closedOn) {
    /** Trades that other departments license too. */
    public enum Sells {
        FOOD,
        DRUGS,
        TRANSPORT,
        OTHER;

        static Sells of(String sign) {
            return switch (sign) {
                case "F" -> FOOD;
                case "D" -> DRUGS;
                case "T" -> TRANSPORT;
                default -> OTHER;
            };
        }
    }
}
