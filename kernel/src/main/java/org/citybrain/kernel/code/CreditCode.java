package org.citybrain.kernel.code;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The unified social credit code of GB 32100-2015: 18 signs of a 31-sign alphabet, the last a check sign. */
public final class CreditCode {
    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    /** What can be wrong with a code. */
    public enum Problem {
        LENGTH,
        CHARACTER,
        CHECK_DIGIT
    }

    /**
     * Standardises what departments hold: full-width signs made half, blanks and hyphens cut, letters made upper-case. I and O,
     * which the alphabet does not have, are read as 1 and 0. The result need not be valid: see {@link #problemOf}.
     */
    public static String standardise(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-\u2010-\u2015]", "")
                .toUpperCase(Locale.ROOT);
        return plain.length() == LENGTH ? plain.replace('I', '1').replace('O', '0') : plain;
    }

    /** What is wrong with a text as a credit code; empty when nothing is. */
    public static Optional<Problem> problemOf(String text) {
        if (text.length() != LENGTH) {
            return Optional.of(Problem.LENGTH);
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return Optional.of(Problem.CHARACTER);
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        char check = ALPHABET.charAt((31 - sum % 31) % 31);
        return text.charAt(17) == check ? Optional.empty() : Optional.of(Problem.CHECK_DIGIT);
    }
}
