package org.citybrain.gateway.connect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citybrain.gateway.capture.SourceCatalogue;
import org.citybrain.gateway.capture.SourceTable;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;

/** Reads proposals from an unknown PostgreSQL database. */
final class DatabaseProposals {
    private static final int SAMPLE = 1_000;

    private DatabaseProposals() {}

    /**
     * Proposals for every user table.
     *
     * @throws ConfigException when the database cannot be captured; the message says what its owner must set
     */
    static List<Proposal> of(SourceAddress address, String department) {
        Reaching.require(address);
        try (Connection connection = address.open()) {
            requireCapturable(connection, address.user());
            List<Proposal> proposals = new ArrayList<>();
            for (SourceTable table : SourceCatalogue.tables(connection)) {
                proposals.add(proposal(connection, table, department));
            }
            return proposals;
        } catch (SQLException e) {
            throw Reaching.refused(address, e);
        }
    }

    private static void requireCapturable(Connection connection, String user) throws SQLException {
        if (!"logical".equals(text(connection, "SHOW wal_level"))) {
            throw new ConfigException(
                    "数据库没有逻辑日志，请设 wal_level = logical 并重启 · The database keeps no logical log. Set wal_level = logical and"
                            + " restart it.");
        }
        if (!"t"
                .equals(text(
                        connection, "SELECT rolreplication OR rolsuper FROM pg_roles WHERE rolname = current_user"))) {
            throw new ConfigException(
                    "该用户无复制权限，请执行 · The user may not replicate. Run: ALTER ROLE \"" + user + "\" REPLICATION");
        }
    }

    private static @Nullable String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getString(1) : null;
        }
    }

    private static Proposal proposal(Connection connection, SourceTable table, String department) throws SQLException {
        List<FieldSpec> fields = table.version().fields();
        String from = " FROM " + (table.partitioned() ? "" : "ONLY ") + table.sqlName();
        List<List<@Nullable String>> sample = new ArrayList<>();
        long rows;
        try (Statement statement = connection.createStatement()) {
            String columns = fields.stream()
                    .map(field -> "left(\"" + field.name().replace("\"", "\"\"") + "\"::text, 200)")
                    .collect(Collectors.joining(", "));
            try (ResultSet found = statement.executeQuery("SELECT " + columns + from + " LIMIT " + SAMPLE)) {
                while (found.next()) {
                    List<@Nullable String> row = new ArrayList<>();
                    for (int i = 1; i <= fields.size(); i++) {
                        row.add(found.getString(i));
                    }
                    sample.add(row);
                }
            }
            try (ResultSet found = statement.executeQuery("SELECT count(*)" + from)) {
                found.next();
                rows = found.getLong(1);
            }
        }
        return new Proposal(
                department + "." + table.slug(),
                table.comment() == null ? table.name() : table.comment(),
                rows,
                0,
                fields,
                ElementGuesses.of(fields, sample),
                table.comment());
    }
}
