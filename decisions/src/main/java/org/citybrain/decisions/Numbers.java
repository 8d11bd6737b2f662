package org.citybrain.decisions;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exact decimals in facts. */
final class Numbers {
    private static final int LONGEST = 40;

    private Numbers() {}

    static Optional<BigDecimal> read(@Nullable String text) {
        if (text == null || text.length() > LONGEST || !looksLikeOne(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Most texts that are compared are words and dates: an exception for each would cost more than the whole decision. */
    private static boolean looksLikeOne(String text) {
        boolean digits = false;
        boolean exponent = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '-' || c == '+') {
                if (i > 0 && !isExponent(text.charAt(i - 1))) {
                    return false;
                }
            } else if (isExponent(c)) {
                if (!digits || exponent) {
                    return false;
                }
                exponent = true;
            } else if (c != '.') {
                return false;
            }
        }
        return digits;
    }

    private static boolean isExponent(char c) {
        return c == 'e' || c == 'E';
    }
}
