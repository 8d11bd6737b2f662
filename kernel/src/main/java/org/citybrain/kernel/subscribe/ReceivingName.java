package org.citybrain.kernel.subscribe;

import java.util.Set;

/**
 * Names that a received table may have. Beside the tables a gateway keeps its own ledger in the same schema; a table of
 * that name would be laid over it, and PostgreSQL gives the indexes of keys names among those of tables.
 */
public final class ReceivingName {

    /** Tables of the gateway's ledger in the schema of received tables. */
    public static final Set<String> LEDGER = Set.of("applied", "subscription");

    private static final String FORM = "[a-z][a-z0-9_]{0,62}";
    private static final String INDEX = "_pkey";

    private ReceivingName() {}

    /** Whether databases take it as it is: a lower-case letter, then at most 62 of a-z, 0-9 and _. */
    public static boolean isWellFormed(String table) {
        return table.matches(FORM);
    }

    /** Whether the gateway's ledger, or the index of a table's key, is called so. */
    public static boolean isReserved(String table) {
        return LEDGER.contains(table) || table.endsWith(INDEX);
    }
}
