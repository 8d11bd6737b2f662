package org.citybrain.platform.registry;

import java.util.List;

/** The door to persons and households. Every call is written to the ledger or the audit trail. */
public interface Persons {

    /**
     * Persons by identity number, whole name, phone or address; at most 20, masked. Only places of the caller's
     * region are answered.
     */
    List<PersonFound> search(SearchWords words, ReadReason reason);

    /** One person's golden record; the read goes to the ledger. Refused outside the caller's region. */
    default PersonRecord read(String ref, ReadReason reason) {
        return read(ref, reason, When.NOW);
    }

    /** The same on a past day. */
    PersonRecord read(String ref, ReadReason reason, When when);

    /** A household by its opaque id. */
    HouseholdRecord household(String ref, ReadReason reason);
}
