package org.citybrain.kernel.code;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resident identity number of GB 11643-1999: 18 characters, area 6, birth date 8, order 3 (odd = male), check 1.
 *
 * @param value 18 characters, digits with an upper-case X allowed at the end; check digit and date are right
 */
public record IdentityNumber(String value) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final Pattern BLANKS = Pattern.compile("[\\s\\-\u2010-\u2015]");
    private static final String CHECKS = "10X98765432";

    public IdentityNumber {
        problemOf(value).ifPresent(problem -> {
            throw new IllegalArgumentException("Not an identity number: " + problem);
        });
    }

    /** What can be wrong with a number. */
    public enum Problem {
        LENGTH,
        CHARACTER,
        DATE,
        CHECK_DIGIT
    }

    /** What is wrong with a text as an 18-character number; empty when nothing is. */
    public static Optional<Problem> problemOf(String text) {
        if (text.length() != 18) {
            return Optional.of(Problem.LENGTH);
        }
        for (int i = 0; i < 18; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || i == 17 && c == 'X')) {
                return Optional.of(Problem.CHARACTER);
            }
        }
        if (dateOf(text.substring(6, 14)).isEmpty()) {
            return Optional.of(Problem.DATE);
        }
        return text.charAt(17) == checkOf(text) ? Optional.empty() : Optional.of(Problem.CHECK_DIGIT);
    }

    /** The check character for the first 17 digits. */
    public static char checkOf(String digits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /**
     * Standardises what departments hold: full-width signs made half, blanks and hyphens cut, x made upper-case, 15 digits
     * (before 1999, born 19xx) made 18. The result need not be valid: see {@link #problemOf}.
     */
    public static String standardise(String text) {
        String tight = isStandard(text)
                ? text
                : BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT);
        if (tight.length() == 15 && tight.chars().allMatch(c -> c >= '0' && c <= '9')) {
            String digits = tight.substring(0, 6) + "19" + tight.substring(6);
            return digits + checkOf(digits);
        }
        return tight;
    }

    /** Nearly all are written so; each row of intake passes here. */
    private static boolean isStandard(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c == 'X')) {
                return false;
            }
        }
        return true;
    }

    /** The birth date in the number. */
    public LocalDate birthDate() {
        return dateOf(value.substring(6, 14)).orElseThrow();
    }

    /** Whether the order number is odd. */
    public boolean isMale() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    /** The number with its birth date and order hidden: 3609**********1234. */
    public static String mask(String text) {
        return text.length() < 9
                ? "****"
                : text.substring(0, 4) + "*".repeat(text.length() - 8) + text.substring(text.length() - 4);
    }

    /** Masked: an identity number is never a log text. */
    @Override
    public String toString() {
        return mask(value);
    }

    private static Optional<LocalDate> dateOf(String yyyymmdd) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(yyyymmdd.substring(0, 4)),
                    Integer.parseInt(yyyymmdd.substring(4, 6)),
                    Integer.parseInt(yyyymmdd.substring(6, 8))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
