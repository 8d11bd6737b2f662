package org.citybrain.gateway.mariadb;

import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * How far the capture of one table is.
 *
 * @param table as last seen, with the schema of its newest change
 * @param generation counts first loads
 * @param seen the end of the log that the first load has seen; changes before it are in the load; null before it
 * @param takenAtMicros when the first load was read
 * @param rows of the first load
 * @param reason why the table is refused, empty otherwise
 * @param sent while a table waits to be loaded again, the schema whose key the rows have that were sent; else null
 */
public record MariaDbTableState(
        MariaDbTable table,
        String resource,
        int generation,
        Phase phase,
        @Nullable BinlogPlace seen,
        long takenAtMicros,
        long rows,
        String reason,
        @Nullable SchemaVersion sent) {
    /** The steps of a table's capture. */
    public enum Phase {
        /** Known, not yet loaded. */
        PENDING,
        /** The whole first load lies in a spool file. */
        SPOOLED,
        /** The first load is acknowledged; changes flow. */
        FLOWING,
        /** The gateway cannot capture it; see the reason. */
        REFUSED,
        /** The log says that it is gone; one of its name that comes again is loaded anew. */
        GONE
    }

    static MariaDbTableState pending(MariaDbTable table, String resource, int generation) {
        return new MariaDbTableState(table, resource, generation, Phase.PENDING, null, 0, 0, "", null);
    }

    MariaDbTableState spooled(MariaDbTable read, BinlogPlace upTo, long atMicros) {
        return new MariaDbTableState(read, resource, generation, Phase.SPOOLED, upTo, atMicros, 0, "", sent);
    }

    MariaDbTableState flowing(long loadedRows) {
        return new MariaDbTableState(
                table, resource, generation, Phase.FLOWING, seen, takenAtMicros, loadedRows, "", null);
    }

    MariaDbTableState refused(String why) {
        return new MariaDbTableState(table, resource, generation, Phase.REFUSED, null, 0, 0, why, sent);
    }

    MariaDbTableState gone() {
        return new MariaDbTableState(table, resource, generation, Phase.GONE, seen, takenAtMicros, rows, "", sentAs());
    }

    MariaDbTableState withTable(MariaDbTable newTable) {
        return new MariaDbTableState(newTable, resource, generation, phase, seen, takenAtMicros, rows, reason, sent);
    }

    MariaDbTableState again() {
        return again(table);
    }

    /** The same, with the columns that it is known to have now. */
    MariaDbTableState again(MariaDbTable now) {
        return new MariaDbTableState(now, resource, generation + 1, Phase.PENDING, null, 0, 0, "", sentAs());
    }

    /** The schema whose key the rows have that were sent. */
    SchemaVersion sentAs() {
        return sent == null || phase == Phase.FLOWING ? table.version() : sent;
    }

    /** Whether the first load holds what the log says at this place. */
    boolean holds(BinlogPlace place) {
        return seen != null && place.compareTo(seen) < 0;
    }
}
