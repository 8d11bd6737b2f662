package org.citybrain.gateway.subscription;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.subscribe.TableChecksum;
import org.jspecify.annotations.Nullable;

/** The checksum of what a receiving table holds, whatever database it stands in. */
final class StandingChecksum {
    private static final int FETCHED_AT_ONCE = 5_000;

    private StandingChecksum() {}

    /** Adds up the rows of a query that gives each field's canonical text in the fields' order. */
    static TableChecksum of(Connection connection, String query, List<FieldSpec> fields) throws SQLException {
        TableChecksum sum = new TableChecksum(fields);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery(query)) {
                List<@Nullable String> values = new ArrayList<>();
                while (rows.next()) {
                    values.clear();
                    for (int i = 1; i <= fields.size(); i++) {
                        values.add(rows.getString(i));
                    }
                    sum.add(values);
                }
            }
        }
        return sum;
    }
}
