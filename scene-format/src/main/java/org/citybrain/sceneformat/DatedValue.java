package org.citybrain.sceneformat;

import java.time.LocalDate;

/** The value of a parameter from a day on, with the law or paper it stands on. Text keeps decimals exact. */
public record DatedValue(LocalDate from, String value, LocalText basis, boolean verified) {}
