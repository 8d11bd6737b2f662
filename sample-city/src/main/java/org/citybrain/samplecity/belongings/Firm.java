package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import org.citybrain.samplecity.city.CreditCodes;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;

/**
 * A firm, sole trader, cooperative or public body as it truly is.
 *
 * @param number running number, from 1
 * @param kind its legal form
 * @param name full name
 * @param village where it is
 * @param address its address
 * @param industry its industry
 * @param foundedOn when it was founded
 */
public record Firm(
        long number, Kind kind, String name, Village village, String address, String industry, LocalDate foundedOn) {
    /** Legal forms with the first two signs of their credit codes. */
    public enum Kind {
        COMPANY("91"),
        SOLE_TRADER("92"),
        COOPERATIVE("93"),
        PUBLIC_BODY("12");

        private final String body;

        Kind(String body) {
            this.body = body;
        }

        /** The form's name as registered. */
        public String word() {
            return Words.list("firm-kind").get(ordinal());
        }
    }

    /** Its unified social credit code. */
    public String creditCode() {
        return CreditCodes.of(kind.body, number);
    }

    /** Whether the market regulator registers it: all but public bodies. */
    public boolean isBusiness() {
        return kind != Kind.PUBLIC_BODY;
    }
}
