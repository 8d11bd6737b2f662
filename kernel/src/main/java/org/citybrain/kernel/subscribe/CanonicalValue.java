package org.citybrain.kernel.subscribe;

import java.math.BigDecimal;
import java.util.Locale;
import org.citybrain.kernel.schema.FieldType;

/** One spelling of a value, however the two sides' databases print it; the ground on which checksums compare. */
final class CanonicalValue {
    private CanonicalValue() {}

    /** The spelling; a text that is none of its type stays as it is. */
    static String of(FieldType type, String text) {
        try {
            return switch (type) {
                case INTEGER -> Long.toString(Long.parseLong(text.strip()));
                case DECIMAL -> decimal(text.strip());
                case DOUBLE -> Double.toString(Double.parseDouble(text.strip()));
                case BOOLEAN -> truth(text.strip());
                case DATE -> text.strip();
                case TIMESTAMP -> moment(text.strip());
                case TEXT -> text.stripTrailing();
                case BYTES, OTHER -> text;
            };
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static String decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "t", "true", "1", "y", "yes" -> "t";
            case "f", "false", "0", "n", "no" -> "f";
            default -> text;
        };
    }

    /** Without a fraction of noughts, with a blank between day and time. */
    private static String moment(String text) {
        String plain = text.length() > 10 && text.charAt(10) == 'T' ? text.replace('T', ' ') : text;
        int dot = plain.indexOf('.');
        if (dot < 0 || plain.indexOf('+', dot) >= 0) {
            return plain;
        }
        int end = plain.length();
        while (end > dot + 1 && plain.charAt(end - 1) == '0') {
            end--;
        }
        return plain.substring(0, end == dot + 1 ? dot : end);
    }
}
