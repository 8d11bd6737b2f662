package org.citybrain.gateway.keyed;

/**
 * What a delivery came to, in rows.
 *
 * @param withheld rows that the delivery lacks but that were not believed to be gone
 * @param unknown keys that the delivery names without a row and of which nothing was ever sent
 * @param standing rows of the table after it
 */
public record Outcome(long created, long updated, long deleted, long withheld, long unknown, long standing) {
    /** How many changes it brings. */
    public long changes() {
        return created + updated + deleted;
    }
}
