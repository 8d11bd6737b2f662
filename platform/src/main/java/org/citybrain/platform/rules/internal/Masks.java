package org.citybrain.platform.rules.internal;

import org.citybrain.kernel.code.IdentityNumber;

/** How private values are shown: the first character of a name, the first and last digits of a number. */
final class Masks {
    private static final int SHORTEST_NUMBER = 8;

    private Masks() {}

    static String of(String value) {
        if (value.length() >= 15 && value.chars().limit(14).allMatch(Character::isDigit)) {
            return IdentityNumber.mask(value);
        }
        if (value.length() >= SHORTEST_NUMBER) {
            return value.substring(0, 2) + "****" + value.substring(value.length() - 2);
        }
        return value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1)) + "*";
    }
}
