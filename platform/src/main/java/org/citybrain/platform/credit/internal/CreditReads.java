package org.citybrain.platform.credit.internal;

import java.util.Set;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.credit.Objection;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.CreditFields;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.RegistryProblem;
import org.springframework.stereotype.Component;

/** What readers see of an objection's values, and what the ledger of the person whom a record is about tells of it. */
@Component
class CreditReads {
    private static final String WHAT = "credit";

    private final CreditFields fields;
    private final ReadLedger ledger;

    CreditReads(CreditFields fields, ReadLedger ledger) {
        this.fields = fields;
        this.ledger = ledger;
    }

    /** Values as their fields are masked for everybody. */
    Objection masked(Objection one) {
        if (one.column().isEmpty()) {
            return one;
        }
        String seen = one.seen();
        return new Objection(
                one.id(),
                one.record(),
                one.resource(),
                one.column(),
                seen == null ? null : fields.masked(one.resource(), one.column(), seen),
                fields.masked(one.resource(), one.column(), one.wanted()),
                one.reason(),
                one.raisedBy(),
                one.raisedAt(),
                one.state(),
                one.answer(),
                one.closedAt(),
                one.receipt());
    }

    /** Refuses whole values to those without the right or a reason of their own; a person's ledger tells of every read. */
    void note(CreditRecord record, ReadReason reason) {
        if (reason.unmask()) {
            requireWhole(reason);
        }
        String person = record.person();
        if (person != null) {
            ReadReason declared = fields.reason();
            ReadReason told = new ReadReason(
                    reason.purpose().isBlank() ? declared.purpose() : reason.purpose(),
                    reason.legalBasis().isBlank() ? declared.legalBasis() : reason.legalBasis(),
                    reason.unmask());
            ledger.record(person, told, told.unmask(), Set.of(WHAT));
        }
    }

    private static void requireWhole(ReadReason reason) {
        Caller caller = Callers.get();
        if (reason.purpose().isBlank() || reason.legalBasis().isBlank()) {
            throw Refusal.of(RegistryProblem.REASON_MISSING, "两者都会记入台账 · both are written to the ledger");
        }
        if (!caller.may(Right.REGISTRY_UNMASK)) {
            throw Refusal.of(RegistryProblem.UNMASK_REFUSED, caller.login());
        }
    }
}
