package org.citybrain.platform.registry;

import java.util.List;

/** The door to legal entities: firms, sole traders, cooperatives, public bodies. The register is open; persons in it are masked. */
public interface Firms {

    /** Firms by code, name or a part of it, phone or address; at most 50. */
    List<FirmFound> search(SearchWords words);

    /**
     * One firm's golden record. To see its persons unmasked takes a reason and goes to their ledgers.
     *
     * @param ref any id it ever bore
     */
    FirmRecord read(String ref, ReadReason reason, When when);

    /** Which firms a person runs or holds; the read goes to the person's ledger. */
    List<FirmRole> of(String personRef, ReadReason reason);
}
