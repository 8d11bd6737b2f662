package org.citybrain.platform.credit;

import java.util.List;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.CreditStanding;
import org.citybrain.platform.registry.ReadReason;
import org.jspecify.annotations.Nullable;

/** The door to objections and repairs. */
public interface CreditFiles {

    /**
     * What is going on about a record.
     *
     * @param items columns of the source that may be objected to
     * @param obstacle why repair cannot be asked now; null when it can
     * @param mayDecide whether the caller decides for the department that found it
     */
    record File(
            String record,
            CreditStanding standing,
            List<CreditRecord.Item> items,
            @Nullable Obstacle obstacle,
            boolean mayDecide,
            List<Objection> objections,
            List<Repair> repairs) {
        public File {
            items = List.copyOf(items);
            objections = List.copyOf(objections);
            repairs = List.copyOf(repairs);
        }
    }

    /** A refusal before anybody has asked: its code, and the values that explain it. */
    record Obstacle(String code, String zh, String en, String detail) {}

    /** All that is open, the oldest first, values masked; for an officer of a department its own alone. */
    record Open(List<Objection> objections, List<Repair> repairs) {
        public Open {
            objections = List.copyOf(objections);
            repairs = List.copyOf(repairs);
        }
    }

    /**
     * One record's file; a person's ledger tells of the read.
     *
     * @param reason where blank, the declared one; needed, with the right, to see objections' values unmasked
     */
    File file(String record, ReadReason reason);

    Open open();

    /**
     * Raises an objection and sends it to the department.
     *
     * @param column the source's column that is wrong; empty when the record as a whole is
     * @param wanted what would be right; not needed for the record as a whole
     */
    Objection object(String record, String column, String wanted, String reason);

    /** The department's officer stands by the record. */
    Objection uphold(String objection, String reason);

    /** Applies for repair: refused unless the record's class, days and duties allow it. */
    Repair apply(String record, String commitment, List<String> proofs);

    /** The department's officer decides; a grant goes to the department's own database. */
    Repair decide(String repair, boolean grant, String reason);
}
