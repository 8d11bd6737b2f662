package org.citybrain.kernel.code;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The registration number that a business bore before the credit code (GS 15-2006): 15 digits, the last a check digit after
 * ISO 7064 MOD 11,10. Old papers and some departments still hold it.
 */
public final class RegistrationNumber {
    private static final int LENGTH = 15;

    private RegistrationNumber() {}

    /** What can be wrong with a number. */
    public enum Problem {
        LENGTH,
        CHARACTER,
        CHECK_DIGIT
    }

    /** Full-width signs made half, blanks and hyphens cut; the result need not be valid. */
    public static String standardise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\-\u2010-\u2015]", "");
    }

    /** What is wrong with a standardised text as a registration number; empty when nothing is. */
    public static Optional<Problem> problemOf(String text) {
        if (text.length() != LENGTH) {
            return Optional.of(Problem.LENGTH);
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Problem.CHARACTER);
        }
        return text.charAt(LENGTH - 1) == checkOf(text) ? Optional.empty() : Optional.of(Problem.CHECK_DIGIT);
    }

    /** The check digit for the first 14 digits. */
    public static char checkOf(String digits) {
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }
}
