package org.citybrain.samplecity.belongings;

import org.citybrain.samplecity.city.Village;

/**
 * A school or kindergarten.
 *
 * @param code its ten-digit mark
 * @param level 0 kindergarten, 1 primary, 2 middle, 3 high, 4 vocational
 * @param firm the public body that runs it
 * @param village where it is
 */
public record School(String code, int level, Firm firm, Village village) {
    /** Its name. */
    public String name() {
        return firm.name();
    }
}
