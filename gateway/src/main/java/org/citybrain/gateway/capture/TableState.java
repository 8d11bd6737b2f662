package org.citybrain.gateway.capture;

import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * How far the capture of one table is.
 *
 * @param table as last seen, with the schema of its newest change
 * @param generation counts first loads: a table dropped and made again is loaded again
 * @param view what the first load has seen; null before it
 * @param rows of the first load
 * @param reason why the table is refused, empty otherwise
 * @param standing the schema that all rows sent so far agree with; null in states of older gateways
 * @param sent while a table waits to be loaded again, the schema whose key the rows have that were sent; else null
 */
public record TableState(
        SourceTable table,
        String resource,
        int generation,
        Phase phase,
        @Nullable SnapshotView view,
        long rows,
        String reason,
        @Nullable SchemaVersion standing,
        @Nullable SchemaVersion sent) {
    /** The steps of a table's capture. */
    public enum Phase {
        /** Known, not yet loaded. */
        PENDING,
        /** The whole first load lies in a spool file. */
        SPOOLED,
        /** The first load is acknowledged; changes flow. */
        FLOWING,
        /** The source does not let the gateway capture it; see the reason. */
        REFUSED
    }

    static TableState pending(SourceTable table, String resource, int generation) {
        return new TableState(table, resource, generation, Phase.PENDING, null, 0, "", null, null);
    }

    TableState spooled(SourceTable seen, SnapshotView newView) {
        return new TableState(seen, resource, generation, Phase.SPOOLED, newView, 0, "", seen.version(), sent);
    }

    TableState flowing(long loadedRows) {
        return new TableState(table, resource, generation, Phase.FLOWING, view, loadedRows, "", standing, null);
    }

    TableState refused(String why) {
        return new TableState(table, resource, generation, Phase.REFUSED, null, 0, why, null, sent);
    }

    /** To be loaded once more and compared with what was sent. */
    TableState again() {
        return again(table);
    }

    /** The same, with the columns that it is known to have now. */
    TableState again(SourceTable now) {
        return new TableState(now, resource, generation + 1, Phase.PENDING, null, 0, "", null, sentAs());
    }

    /** The schema whose key the rows have that were sent. */
    SchemaVersion sentAs() {
        return sent == null || phase == Phase.FLOWING ? table.version() : sent;
    }

    TableState withTable(SourceTable newTable) {
        return new TableState(newTable, resource, generation, phase, view, rows, reason, standing, sent);
    }

    TableState withStanding(SchemaVersion agreed) {
        return new TableState(table, resource, generation, phase, view, rows, reason, agreed, sent);
    }

    /** The schema that the rows sent so far agree with. */
    SchemaVersion rowsFollow() {
        return standing == null ? table.version() : standing;
    }
}
