package org.citybrain.platform.registry;

import java.util.List;

/** The door to persons and households. Every call is written to the ledger or the audit trail. */
public interface Persons {

    /**
     * Persons by identity number (15 or 18 characters) or by whole name; at most 20, masked. Only places of the caller's
     * region are answered.
     */
    List<PersonFound> search(String idNumber, String name, ReadReason reason);

    /** One person's golden record; the read goes to the ledger. Refused outside the caller's region. */
    PersonRecord read(String ref, ReadReason reason);

    /** A household by its opaque id. */
    HouseholdRecord household(String ref, ReadReason reason);
}
