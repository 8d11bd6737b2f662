package org.citybrain.samplecity.city;

import org.citybrain.kernel.code.RegistrationNumber;

/**
 * Issues unified social credit codes (GB 32100-2015) of invented firms. Area 360999 does not exist, so no code can be a
 * real firm's; organisation code and check sign are right.
 */
public final class CreditCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANISATION_DIGITS = 6;

    private CreditCodes() {}

    /**
     * The code of a firm.
     *
     * @param body two signs: the registering body and the kind, e.g. 91 for a company
     * @param number running number below 800 million, each firm its own
     */
    public static String of(String body, long number) {
        char[] organisation = {'M', 'A', '0', '0', '0', '0', '0', '0'};
        long left = number;
        for (int i = organisation.length - 1; i >= organisation.length - ORGANISATION_DIGITS; i--) {
            organisation[i] = ALPHABET.charAt((int) (left % ALPHABET.length()));
            left /= ALPHABET.length();
        }
        String text = body + IdentityIssuer.AREA + new String(organisation) + organisationCheck(organisation);
        return text + check(text);
    }

    private static char organisationCheck(char[] signs) {
        int sum = 0;
        for (int i = 0; i < signs.length; i++) {
            int value = signs[i] <= '9' ? signs[i] - '0' : signs[i] - 'A' + 10;
            sum += value * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char check(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < seventeen.length(); i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The registration number (15 digits) that the firm of a code bore before codes came. */
    public static String registrationNumber(String code) {
        long order = 0;
        for (char sign : code.substring(8, 16).toCharArray()) {
            order = (order * ALPHABET.length() + ALPHABET.indexOf(sign)) % 100_000_000;
        }
        String digits = IdentityIssuer.AREA + "%08d".formatted(order);
        return digits + RegistrationNumber.checkOf(digits);
    }

    /** The code with one digit mistyped, so that its check sign fails. */
    public static String mistyped(Dice dice, String code) {
        int at = dice.between(11, 15);
        char wrong = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(at)) + dice.between(1, 9)) % ALPHABET.length());
        return code.substring(0, at) + wrong + code.substring(at + 1);
    }
}
