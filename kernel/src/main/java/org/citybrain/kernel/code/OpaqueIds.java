package org.citybrain.kernel.code;

import java.util.HexFormat;
import java.util.Locale;
import org.citybrain.kernel.crypto.Sm3;

/**
 * Opaque, typed ids that carry their node (seam 13): HMAC-SM3 under the node's key, so that equal persons get equal ids
 * everywhere in the node, and nobody without the key can go back or guess. For one thread.
 */
public final class OpaqueIds {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 20;

    private final Sm3.Mac mac;
    private final String node;

    /**
     * Ids of a node.
     *
     * @param keyHex the node's secret, 64 hexadecimal digits ({@code opaque.key})
     * @param node the node, e.g. {@code 3609}
     */
    public OpaqueIds(String keyHex, String node) {
        this.mac = new Sm3.Mac(HexFormat.of().parseHex(keyHex));
        this.node = node.toLowerCase(Locale.ROOT);
    }

    /** Id of a person by a standardised, valid 18-character identity number, e.g. {@code p3609-k3j4…}. */
    public String person(String identityNumber) {
        return 'p' + node + '-' + digest("person:" + identityNumber);
    }

    /** Id of a household by its number in the household register. */
    public String household(String householdNumber) {
        return 'h' + node + '-' + digest("household:" + householdNumber.strip());
    }

    /** Id of a legal entity by its unified social credit code. */
    public String firm(String creditCode) {
        return 'e' + node + '-' + digest("firm:" + creditCode);
    }

    /** Id of a licence by the resource that holds it and its number there. */
    public String licence(String resource, String number) {
        return 'l' + node + '-' + digest("licence:" + resource + ':' + number);
    }

    /** Id of a public credit record by the resource that holds it and its number there. */
    public String creditRecord(String resource, String number) {
        return 'c' + node + '-' + digest("credit:" + resource + ':' + number);
    }

    private String digest(String text) {
        byte[] mac32 = mac.of(Sm3.utf8(text));
        StringBuilder out = new StringBuilder(LENGTH);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; out.length() < LENGTH; i++) {
            buffer = buffer << 8 | mac32[i] & 0xff;
            bits += 8;
            while (bits >= 5 && out.length() < LENGTH) {
                bits -= 5;
                out.append(BASE32.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return out.toString();
    }
}
