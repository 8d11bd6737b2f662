package org.citybrain.gateway.binlog;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A character set of the source and how its bytes are read.
 *
 * @param name the source's, such as {@code gbk}
 * @param longest bytes of its longest character
 * @param java the same character set of Java, null where the source's own table is used
 * @param table characters by one byte, or by two: first times 256 plus second; 0 where there is none
 */
record Characters(String name, int longest, @Nullable Charset java, char[] table) {
    static final Characters BINARY = new Characters("binary", 1, null, new char[0]);

    private static final char[] NO_TABLE = new char[0];

    /** A character set that Java knows the same way; null when it may differ. */
    static @Nullable Characters known(String name, int longest) {
        Charset charset = switch (name) {
            case "utf8mb4", "utf8mb3", "utf8" -> StandardCharsets.UTF_8;
            case "ascii" -> StandardCharsets.US_ASCII;
            case "ucs2", "utf16" -> StandardCharsets.UTF_16BE;
            case "utf16le" -> StandardCharsets.UTF_16LE;
            case "utf32" -> Charset.forName("UTF-32BE");
            case "ujis" -> Charset.forName("EUC-JP");
            case "eucjpms" -> Charset.forName("x-eucJP-Open");
            default -> null;
        };
        return charset == null ? null : new Characters(name, longest, charset, NO_TABLE);
    }

    boolean isBinary() {
        return name.equals("binary");
    }

    /** The characters of a value. */
    String decode(byte[] bytes) {
        if (java != null) {
            return new String(bytes, java);
        }
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int one = bytes[i] & 0xff;
            char single = table[one];
            if (single == 0 && one != 0 && i + 1 < bytes.length && table.length > 256) {
                i++;
                char pair = table[one << 8 | bytes[i] & 0xff];
                text.append(pair == 0 ? '?' : pair);
            } else {
                text.append(single == 0 && one != 0 ? '?' : single);
            }
        }
        return text.toString();
    }
}
