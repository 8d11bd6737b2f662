package org.citybrain.matching.standard;

import java.math.BigDecimal;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.matching.schema.FieldKind;

/** The standardiser of each kind of field. */
public final class Standards {
    private static final int LONGEST_NAME = 120;

    private Standards() {}

    public static Standard of(FieldKind kind) {
        return switch (kind) {
            case NAME -> Standards::name;
            case CHINESE_NAME -> (in, out) -> Letters.words(in, out, false);
            case TEXT, CATEGORY -> Standards::text;
            case CODE, IDENTIFIER -> (in, out) -> Letters.words(in, out, false);
            case DATE -> new DateStandard();
            case RESIDENT_ID -> Standards::residentId;
            case PHONE -> Standards::phone;
            case ADDRESS -> new AddressStandard();
            case TITLE -> (in, out) -> Letters.words(in, out, true);
            case NUMBER -> Standards::number;
        };
    }

    private static void name(TextBuffer in, TextBuffer out) {
        Letters.words(in, out, true);
        out.cutTo(LONGEST_NAME);
    }

    /** Lower case, blanks made one; other signs are kept, as a mail address needs them. */
    private static void text(TextBuffer in, TextBuffer out) {
        for (int i = 0; i < in.length(); i++) {
            char c = Letters.folded(in.charAt(i));
            if (c > ' ') {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        out.trimEnd();
    }

    private static void residentId(TextBuffer in, TextBuffer out) {
        for (int i = 0; i < in.length(); i++) {
            char c = Letters.folded(in.charAt(i));
            if (c >= '0' && c <= '9' || c == 'x') {
                out.append(c == 'x' ? 'X' : c);
            }
        }
        if (out.length() == 15) {
            String full = IdentityNumber.standardise(out.toString());
            out.clear();
            out.append(full);
        }
    }

    /** Digits only, without the country's and the trunk prefix. */
    private static void phone(TextBuffer in, TextBuffer out) {
        int digits = 0;
        for (int i = 0; i < in.length(); i++) {
            char c = Letters.folded(in.charAt(i));
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        int skip = digits > 11 ? digits - 11 : 0;
        for (int i = 0; i < in.length(); i++) {
            char c = Letters.folded(in.charAt(i));
            if (c >= '0' && c <= '9' && skip-- <= 0) {
                out.append(c);
            }
        }
        if (out.length() < 5) {
            out.clear();
        }
    }

    private static void number(TextBuffer in, TextBuffer out) {
        TextBuffer digits = new TextBuffer();
        for (int i = 0; i < in.length(); i++) {
            char c = Letters.folded(in.charAt(i));
            if (c >= '0' && c <= '9' || c == '.' && digits.length() > 0) {
                digits.append(c);
            } else if (c != ',' && digits.length() > 0) {
                break;
            }
        }
        String text = digits.toString();
        if (text.isEmpty() || text.indexOf('.') != text.lastIndexOf('.')) {
            return;
        }
        BigDecimal value = new BigDecimal(text.endsWith(".") ? text + "0" : text);
        if (value.signum() > 0) {
            out.append(value.stripTrailingZeros().toPlainString());
        }
    }
}
