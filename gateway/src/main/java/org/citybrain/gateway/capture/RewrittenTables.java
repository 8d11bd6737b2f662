package org.citybrain.gateway.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.gateway.keyed.Rewriting;
import org.citybrain.kernel.schema.SchemaVersion;

/**
 * Watches for tables whose rows were given other values by an alteration, of which the log says nothing: they are loaded
 * again and compared (ADR 0017).
 */
final class RewrittenTables {
    private final CaptureState state;
    private final SourceFindings findings;
    private final Map<Long, Long> lastLook = new HashMap<>();

    RewrittenTables(CaptureState state, SourceFindings findings) {
        this.state = state;
        this.findings = findings;
    }

    /** Looks at the tables as they are now. What two looks find alike is at rest and is judged. */
    void look(Connection connection) throws SQLException {
        for (SourceTable now : SourceCatalogue.tables(connection)) {
            TableState known = state.find(now.id()).orElse(null);
            if (known == null
                    || known.phase() != TableState.Phase.FLOWING
                    || known.table().oid() != now.oid()) {
                continue;
            }
            long fingerprint = now.version().fingerprint();
            Long before = lastLook.put(now.oid(), fingerprint);
            boolean atRest = before != null && before == fingerprint;
            if (atRest && fingerprint != known.rowsFollow().fingerprint()) {
                judge(connection, known, now);
            }
        }
    }

    private void judge(Connection connection, TableState known, SourceTable now) throws SQLException {
        SchemaVersion version = now.version();
        List<String> columns =
                Rewriting.columns(known.rowsFollow(), version, SourceCatalogue.filled(connection, now.oid()));
        if (!columns.isEmpty()) {
            findings.rewritten(known.resource(), now.id(), columns);
        }
        // the load itself tells of another key
        boolean rekeyed = !version.keyNames().equals(known.table().version().keyNames());
        state.change(known, table -> columns.isEmpty() && !rekeyed ? table.withStanding(version) : table.again(now));
    }
}
