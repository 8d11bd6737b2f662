package org.citybrain.kernel.code;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of an e-licence after GB/T 36904-2018: root, type code, issuer's credit code, serial, version and a check sign
 * (ISO 7064 MOD 37,36 over the four parts joined).
 *
 * @param typeCode credit code of the body that defined the type, and three digits
 * @param issuer credit code of the body that issues; some issuers write an area code
 * @param serial letters and digits
 * @param version three digits
 */
public record LicenceId(String typeCode, String issuer, String serial, String version) {
    /** How many versions one serial has: three digits, from 001. */
    public static final int VERSIONS = 999;

    private static final String ROOT = "1.2.156.3005.2";
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = 36;
    private static final Pattern FORM = Pattern.compile(
            "1\\.2\\.156\\.3005\\.2\\.([0-9A-Z]{18}[0-9]{3})\\.([0-9A-Z]{6,18})\\.([0-9A-Z]{1,40})\\.([0-9]{3})\\.([0-9A-Z])");

    public LicenceId {
        String text = ROOT + '.' + typeCode + '.' + issuer + '.' + serial + '.' + version + ".0";
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not the parts of a licence identifier: " + text);
        }
    }

    /** What can be wrong with an identifier. */
    public enum Problem {
        FORM,
        CHECK_SIGN
    }

    /** The whole identifier with its check sign. */
    public String text() {
        return ROOT + '.' + typeCode + '.' + issuer + '.' + serial + '.' + version + '.' + checkSign();
    }

    private char checkSign() {
        String joined = typeCode + issuer + serial + version;
        int product = MODULUS;
        for (int i = 0; i < joined.length(); i++) {
            int sum = (product + SIGNS.indexOf(joined.charAt(i))) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return SIGNS.charAt((MODULUS + 1 - product) % MODULUS);
    }

    /** What is wrong with a text as an identifier; empty when nothing is. */
    public static Optional<Problem> problemOf(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.of(Problem.FORM);
        }
        LicenceId id = new LicenceId(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
        return id.text().equals(text) ? Optional.empty() : Optional.of(Problem.CHECK_SIGN);
    }
}
