package org.citybrain.streaming.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.intake.Posting.FactChange;
import org.citybrain.streaming.rows.Parcel;

/** Upserts facts, a thousand and more in one statement; an older change never overwrites a newer one. */
final class PgFacts {
    private static final String UPSERT = """
            insert into pool.fact as f
              (resource, key, fields, lookups, deleted, lane, sequence, row_no, op, source_time, known_time)
            select resource, key, fields::jsonb, string_to_array(nullif(lookups, ''), E'\\x1e'), deleted, lane, sequence,
              row_no, op, timestamptz 'epoch' + source_micros * interval '1 microsecond', clock_timestamp()
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::int[], ?::bigint[], ?::int[],
              ?::text[], ?::bigint[])
              as n(resource, key, fields, lookups, deleted, lane, sequence, row_no, op, source_micros)
            on conflict (resource, key) do update set fields = excluded.fields, lookups = excluded.lookups,
              deleted = excluded.deleted, lane = excluded.lane, sequence = excluded.sequence,
              row_no = excluded.row_no, op = excluded.op, source_time = excluded.source_time,
              known_time = excluded.known_time
            where (f.sequence, f.row_no) <= (excluded.sequence, excluded.row_no)""";

    private final Connection connection;

    PgFacts(Connection connection) {
        this.connection = connection;
    }

    private record Row(Parcel parcel, FactChange change) {}

    /** Writes the newest change of each fact. */
    void write(List<Posting> postings) throws SQLException {
        Map<String, Row> newest = new LinkedHashMap<>();
        for (Posting posting : postings) {
            for (FactChange change : posting.facts()) {
                newest.put(
                        posting.parcel().resource()
                                + FactRows.KEY_SEPARATOR
                                + change.subject().key(),
                        new Row(posting.parcel(), change));
            }
        }
        if (newest.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            bind(upsert, new ArrayList<>(newest.values()));
            upsert.executeUpdate();
        }
    }

    private void bind(PreparedStatement upsert, List<Row> rows) throws SQLException {
        int n = rows.size();
        Object[][] columns = new Object[10][n];
        for (int i = 0; i < n; i++) {
            Parcel parcel = rows.get(i).parcel();
            FactChange change = rows.get(i).change();
            FactRow fact = change.subject();
            columns[0][i] = parcel.resource();
            columns[1][i] = fact.key();
            columns[2][i] = new String(WireJson.write(fact.fields()), StandardCharsets.UTF_8);
            columns[3][i] = String.join("\u001e", fact.lookups());
            columns[4][i] = change.isDeletion();
            columns[5][i] = parcel.lane();
            columns[6][i] = change.sequence();
            columns[7][i] = change.row();
            columns[8][i] = String.valueOf(change.op());
            columns[9][i] = change.sourceTimeMicros();
        }
        String[] types = {"text", "text", "text", "text", "bool", "int4", "int8", "int4", "text", "int8"};
        List<Array> arrays = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            Array array = connection.createArrayOf(types[c], columns[c]);
            arrays.add(array);
            upsert.setArray(c + 1, array);
        }
    }
}
