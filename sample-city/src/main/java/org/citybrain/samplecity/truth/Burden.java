package org.citybrain.samplecity.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * What a household pays itself for hospital stays of a calendar year, held against its income of the year before.
 *
 * @param household household number
 * @param period calendar year of the settlements
 * @param selfPaidCents self-paid part of settled bills of its present members
 * @param incomeCents income of the year before; empty when some adult's is not recorded
 */
public record Burden(String household, int period, long selfPaidCents, OptionalLong incomeCents) {
    /** What the medical-burden rule must say. */
    public enum Expected {
        LISTED,
        NOT_LISTED,
        CANNOT_TELL
    }

    /** Strictly more than 2.0 times is listed; a missing income is never zero. Whole cents, so nothing is rounded. */
    public Expected expected() {
        if (incomeCents.isEmpty()) {
            return Expected.CANNOT_TELL;
        }
        return selfPaidCents > Math.multiplyExact(2, incomeCents.getAsLong()) ? Expected.LISTED : Expected.NOT_LISTED;
    }

    /** Self-paid over income to six places, only to be read by people; empty when it cannot be formed. */
    public String ratio() {
        if (incomeCents.isEmpty() || incomeCents.getAsLong() == 0) {
            return "";
        }
        return BigDecimal.valueOf(selfPaidCents)
                .divide(BigDecimal.valueOf(incomeCents.getAsLong()), 6, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Whether a reader of truth files wants to see it: something is found, or nearly. */
    public boolean isNotable() {
        return switch (expected()) {
            case LISTED -> true;
            case CANNOT_TELL -> selfPaidCents > 0;
            case NOT_LISTED -> selfPaidCents > 0 && selfPaidCents >= incomeCents.getAsLong();
        };
    }
}
