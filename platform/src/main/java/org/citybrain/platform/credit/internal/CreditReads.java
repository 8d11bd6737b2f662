package org.citybrain.platform.credit.internal;

import java.util.Set;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.credit.Objection;
import org.citybrain.platform.registry.CreditFields;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
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
        return one.telling(
                seen == null ? null : fields.masked(one.resource(), one.column(), seen),
                fields.masked(one.resource(), one.column(), one.wanted()));
    }

    /** Refuses whole values to those without the right or a reason of their own; a person's ledger tells of every read. */
    void note(CreditRecord record, ReadReason reason) {
        if (reason.unmask()) {
            reason.requireWhole(Callers.get());
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
}
