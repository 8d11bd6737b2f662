package org.citybrain.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.citybrain.kernel.text.Bilingual;

/** The value of a parameter that was in force, with the day it is from and what it stands on. */
public record ParameterValue(
        String id, Bilingual title, String unit, LocalDate from, String value, Bilingual basis, boolean verified) {

    /** The value as DMN takes it: a number, or text for a parameter of unit text. */
    Object forDmn() {
        return unit.equals("text") ? value : new BigDecimal(value);
    }
}
