package org.citybrain.samplecity.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.samplecity.city.IdentityIssuer;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.story.Stories;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;

/** Running numbers of each table and identity numbers for the newborn, going on from what the databases hold. */
final class Numbers {
    /** PostgreSQL's word for it, and MariaDB's. */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "42S02");

    private final Map<CityTable, Long> last = new IdentityHashMap<>();
    private final IdentityIssuer issuer = new IdentityIssuer();

    Numbers(CityConfig config) throws SQLException {
        for (CityTable table : CityTables.all()) {
            if (table != CityTables.PAYMENT_ORDER && config.departments().contains(table.department())) {
                try (Connection connection =
                        config.department(table.department()).open()) {
                    last.put(table, number(table, highest(connection, table)));
                }
            }
        }
        newborn(config);
    }

    private static String highest(Connection connection, CityTable table) throws SQLException {
        try {
            return Pool.single(
                    connection,
                    "SELECT max(" + table.key() + ") FROM " + table.name() + " WHERE " + table.key() + " < "
                            + Stories.FIRST_NUMBER);
        } catch (SQLException e) {
            if (e.getSQLState() != null && NO_SUCH_TABLE.contains(e.getSQLState())) {
                throw new ConfigException("The table " + table.resource()
                        + " is missing: this city was seeded by an earlier version. Raise a new one in another home.");
            }
            throw e;
        }
    }

    private static long number(CityTable table, String found) {
        if (found.isEmpty() && table != CityTables.PERSON) {
            return 0;
        }
        if (found.isEmpty()) {
            throw new ConfigException("The table " + table.resource() + " is empty. Seed the sample city first.");
        }
        return Long.parseLong(found);
    }

    private void newborn(CityConfig config) throws SQLException {
        try (Connection police = config.department(CityTables.PUBLIC_SECURITY).open();
                var statement = police.prepareStatement(
                        "SELECT birth_date, sex, max(substr(id_number, 15, 3)::int) FROM public.person"
                                + " WHERE birth_date >= ? AND length(id_number) = 18 GROUP BY 1, 2")) {
            statement.setString(1, config.startDay().minusYears(1).toString());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    LocalDate birth = LocalDate.parse(rows.getString(1));
                    issuer.skipTo(birth, rows.getString(2).equals("1"), rows.getInt(3));
                }
            }
        }
    }

    long next(CityTable table) {
        return last.merge(table, 1L, Long::sum);
    }

    /** The last number given for a table. */
    long last(CityTable table) {
        return last.getOrDefault(table, 0L);
    }

    IdentityIssuer.Issued birth(LocalDate day, boolean male) {
        return issuer.issue(day, male);
    }
}
