package org.citybrain.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values as people and records write them: decimals without exponent, {@code ?} for what cannot be told. */
final class PlainText {
    static final String UNKNOWN = "?";

    private PlainText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> UNKNOWN;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
