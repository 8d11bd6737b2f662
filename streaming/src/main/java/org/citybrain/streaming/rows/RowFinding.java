package org.citybrain.streaming.rows;

import java.util.Map;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/**
 * One fault of one row.
 *
 * @param row arrival index in the batch, -1 for the batch as a whole
 * @param maskedKey the row's key with identity numbers masked
 * @param field the field, empty for the whole row
 * @param fault what is wrong
 * @param detail the rule that was broken, e.g. a problem's slug or a type
 * @param excerpt the value, shortened and masked
 */
public record RowFinding(int row, String maskedKey, String field, RowFault fault, String detail, String excerpt) {
    /** Whether the row is set aside for it. */
    public boolean setsAside() {
        return fault.severity() == Severity.ERROR;
    }

    /** What is wrong; of a data element, which of its rules is broken. */
    public Bilingual message() {
        return fault == RowFault.ELEMENT ? ElementWords.message(detail) : fault.message();
    }

    /** How to mend it, and what follows until then. */
    public Bilingual advice() {
        return fault == RowFault.ELEMENT ? ElementWords.advice(detail) : fault.advice();
    }

    /** Named values of the finding. */
    public Map<String, String> args() {
        return Map.of("detail", detail);
    }
}
