package org.citybrain.decisions;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One input of a decision.
 *
 * @param value BigDecimal, Boolean or String; null = cannot tell
 * @param isPrivate a person's name or number: show it masked, keep it out of logs
 * @param rows the rows counted, each with its receipt
 * @param supporting rows that decided what counts: memberships, birth dates
 * @param missing why it cannot be told; beside a value: why the value may be only a part
 */
public record InputValue(
        String name,
        Bilingual title,
        String unit,
        boolean isPrivate,
        @Nullable Object value,
        List<FactRow> rows,
        List<FactRow> supporting,
        List<Missing> missing) {
    public InputValue {
        rows = List.copyOf(rows);
        supporting = List.copyOf(supporting);
        missing = List.copyOf(missing);
    }

    public boolean isKnown() {
        return value != null;
    }

    /** The value as plain text, {@code ?} when it cannot be told. */
    public String text() {
        return PlainText.of(value);
    }
}
