package org.citybrain.sceneformat;

import java.time.LocalDate;
import org.citybrain.kernel.text.Bilingual;

/** The value of a parameter from a day on, with the law or paper it stands on. Text keeps decimals exact. */
public record DatedValue(LocalDate from, String value, Bilingual basis, boolean verified) {}
