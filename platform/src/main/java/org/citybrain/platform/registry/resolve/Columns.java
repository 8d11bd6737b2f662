package org.citybrain.platform.registry.resolve;

import java.util.Map;
import org.citybrain.kernel.code.CreditCode;
import org.citybrain.kernel.code.RegistrationNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a declared column gives: a column of the row, or a function of one. {@code credit-code(c)} and
 * {@code registration(c)} give the number where it is a valid one of that kind, {@code firm-core(c)} a firm's name without
 * its place and legal form.
 */
public final class Columns {
    private Columns() {}

    /** The value in a row; null when there is none. */
    public static @Nullable String value(Map<String, @Nullable String> fields, String declared) {
        String text = fields.get(plain(declared));
        int open = declared.indexOf('(');
        if (text == null || open < 0) {
            return text;
        }
        return switch (declared.substring(0, open)) {
            case "credit-code" -> {
                String code = CreditCode.standardise(text);
                yield CreditCode.problemOf(code).isEmpty() ? code : null;
            }
            case "registration" -> {
                String number = RegistrationNumber.standardise(text);
                yield RegistrationNumber.problemOf(number).isEmpty() ? number : null;
            }
            case "firm-core" -> FirmNames.core(text);
            default -> throw new IllegalArgumentException("unknown function of a column: " + declared);
        };
    }

    /** The row's own column behind a declared one. */
    public static String plain(String declared) {
        int open = declared.indexOf('(');
        return open < 0 ? declared : declared.substring(open + 1, declared.length() - 1);
    }
}
