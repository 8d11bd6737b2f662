package org.citybrain.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.citybrain.sceneformat.LocalText;

/** The value of a parameter that was in force, with the day it is from and what it stands on. */
public record ParameterValue(
        String id, LocalText title, String unit, LocalDate from, String value, LocalText basis, boolean verified) {

    /** The value as DMN takes it: a number, or text for a parameter of unit text. */
    Object forDmn() {
        return unit.equals("text") ? value : new BigDecimal(value);
    }
}
