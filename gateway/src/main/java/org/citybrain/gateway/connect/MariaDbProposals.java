package org.citybrain.gateway.connect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citybrain.gateway.mariadb.MariaDbCatalogue;
import org.citybrain.gateway.mariadb.MariaDbServer;
import org.citybrain.gateway.mariadb.MariaDbTable;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads proposals from an unknown MariaDB database. */
final class MariaDbProposals {
    private static final int SAMPLE = 1_000;
    private static final int LONGEST = 200;

    private MariaDbProposals() {}

    /**
     * Proposals for every table whose columns can be read.
     *
     * @throws ConfigException when the database cannot be captured; the message says what its owner must set
     */
    static List<Proposal> of(SourceAddress address, String department) {
        Reaching.require(address);
        try (Connection connection = address.openMariaDb()) {
            Optional<Bilingual> refusal = new MariaDbServer(connection).refusal();
            if (refusal.isPresent()) {
                throw new ConfigException("源库不能采集：" + refusal.get().zh() + " · The source cannot be captured: "
                        + refusal.get().en());
            }
            List<Proposal> proposals = new ArrayList<>();
            for (MariaDbCatalogue.Listed listed : MariaDbCatalogue.tables(connection)) {
                if (listed.unread().isEmpty()) {
                    proposals.add(proposal(connection, listed, department));
                }
            }
            return proposals;
        } catch (SQLException e) {
            throw Reaching.refused(address, e);
        }
    }

    private static Proposal proposal(Connection connection, MariaDbCatalogue.Listed listed, String department)
            throws SQLException {
        MariaDbTable table = listed.table();
        List<FieldSpec> fields = table.version().fields();
        List<List<@Nullable String>> sample = new ArrayList<>();
        long rows;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery(listed.query() + " LIMIT " + SAMPLE)) {
                while (found.next()) {
                    sample.add(listed.row(found).stream()
                            .<@Nullable String>map(MariaDbProposals::shortened)
                            .toList());
                }
            }
            try (ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM " + table.sqlName())) {
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

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
