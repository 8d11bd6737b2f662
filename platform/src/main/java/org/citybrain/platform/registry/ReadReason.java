package org.citybrain.platform.registry;

import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.problem.ShortText;

/**
 * Why a person's record is read. Without both words nothing is shown.
 *
 * @param purpose what it is for, in the reader's words
 * @param legalBasis the law or mandate
 * @param unmask whether the reader asks for unmasked values
 */
public record ReadReason(String purpose, String legalBasis, boolean unmask) {
    /** Words that the ledger would keep for ever and that are no sentence are refused. */
    public ReadReason {
        ShortText.require("purpose", purpose);
        ShortText.require("legalBasis", legalBasis);
    }

    /** Refuses a read without purpose or legal basis. */
    public void requireStated() {
        if (purpose.isBlank() || legalBasis.isBlank()) {
            throw Refusal.of(RegistryProblem.REASON_MISSING, "两者都会记入台账 · both are written to the ledger");
        }
    }

    /** Refuses whole values to whoever states no reason or may not see them. */
    public void requireWhole(Caller reader) {
        requireStated();
        if (!reader.may(Right.REGISTRY_UNMASK)) {
            throw Refusal.of(RegistryProblem.UNMASK_REFUSED, reader.login());
        }
    }
}
