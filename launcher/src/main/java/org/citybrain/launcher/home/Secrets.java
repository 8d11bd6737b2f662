package org.citybrain.launcher.home;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes passwords, tokens and keys at random; none has a default. */
final class Secrets {

    /** Letters and digits that people do not confuse when they copy them by hand. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LETTERS = 14;

    private final SecureRandom random = new SecureRandom();

    /** Fourteen letters and digits, about 80 bits. */
    String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LETTERS; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** As many random bytes, in hexadecimal. */
    String hex(int bytes) {
        byte[] key = new byte[bytes];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
