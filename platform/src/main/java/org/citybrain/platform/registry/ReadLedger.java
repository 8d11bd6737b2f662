package org.citybrain.platform.registry;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who read a person's record, when, why, on which basis. */
public interface ReadLedger {

    /**
     * A line of a person's ledger.
     *
     * @param kind SINGLE for a look-up by a person, SET for a scene or registry that uses a whole resource
     * @param fields the fields read
     */
    record Entry(
            String kind,
            Instant at,
            String by,
            String department,
            String purpose,
            String legalBasis,
            boolean unmasked,
            List<String> fields) {}

    /** Writes a single read in the caller's transaction. */
    void record(String personRef, ReadReason reason, boolean unmasked, Set<String> fields);

    /** All reads of a person, newest first, standing uses after the single reads. */
    List<Entry> of(String personRef);
}
