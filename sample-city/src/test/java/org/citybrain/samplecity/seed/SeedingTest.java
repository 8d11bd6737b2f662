package org.citybrain.samplecity.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedingTest {
    private static final int RESIDENTS = 2000;

    @TempDir
    static Path home;

    private static DepartmentServer server;
    private static CityConfig config;
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

    @BeforeAll
    static void seed() throws Exception {
        server = new DepartmentServer();
        config = server.config(home, RESIDENTS);
        new Seeding(config, new PrintStream(SAID, true, StandardCharsets.UTF_8)).run();
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @Test
    void fillsEveryTableAndTellsItsProgress() throws Exception {
        assertThat(count(CityTables.PERSON, "died_on IS NULL")).isEqualTo(RESIDENTS);
        assertThat(count(CityTables.MEMBER, "left_on IS NULL")).isEqualTo(RESIDENTS);
        assertThat(count(CityTables.ENROLMENT, "true")).isEqualTo(RESIDENTS);
        for (CityTable table : CityTables.all()) {
            if (table != CityTables.PAYMENT_ORDER) {
                assertThat(count(table, "true")).as(table.resource()).isPositive();
            }
        }
        assertThat(SAID.toString(StandardCharsets.UTF_8)).contains("2,000 of 2,000 residents");
    }

    @Test
    void letsTheOwnersReplicateWholeRows() throws Exception {
        for (String department : CityTables.DEPARTMENTS) {
            assertThat(strings(department, "SELECT rolreplication::text FROM pg_roles WHERE rolname = current_user"))
                    .containsExactly("true");
            assertThat(
                            strings(
                                    department,
                                    "SELECT DISTINCT relreplident::text FROM pg_class c"
                                            + " JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'public' AND relkind = 'r'"))
                    .containsExactly("f");
        }
    }

    @Test
    void hasTheColumnTypesTheCatalogueSays() throws Exception {
        for (CityTable table : CityTables.all()) {
            List<String> types = strings(
                    table.department(),
                    "SELECT attname || ' ' || format_type(atttypid, atttypmod)"
                            + " FROM pg_attribute WHERE attrelid = 'public." + table.name()
                            + "'::regclass AND attnum > 0 ORDER BY attnum");
            assertThat(types)
                    .isEqualTo(table.columns().stream()
                            .map(c -> c.name() + " " + c.sourceType())
                            .toList());
        }
    }

    @Test
    void changesNothingWhenRunAgain() throws Exception {
        assertThat(new Seeding(config, new PrintStream(SAID, true, StandardCharsets.UTF_8)).run())
                .isZero();
        assertThat(count(CityTables.PERSON, "died_on IS NULL")).isEqualTo(RESIDENTS);
    }

    @Test
    void goesOnWhereABreakLeftADatabase() throws Exception {
        String before = digest(CityTables.WAGE);
        try (Connection connection =
                        config.department(CityTables.HUMAN_RESOURCES).open();
                Statement statement = connection.createStatement()) {
            for (CityTable table : CityTables.of(CityTables.HUMAN_RESOURCES)) {
                statement.execute("TRUNCATE public." + table.name());
            }
            SeedState state = SeedState.read(connection);
            new SeedState(state.population(), 0, false).write(connection, config.database(CityTables.HUMAN_RESOURCES));
        }
        new Seeding(config, new PrintStream(SAID, true, StandardCharsets.UTF_8)).run();
        assertThat(digest(CityTables.WAGE)).isEqualTo(before);
        assertThat(count(CityTables.PERSON, "died_on IS NULL")).isEqualTo(RESIDENTS);
    }

    @Test
    void refusesToMixTwoCitiesInOneDatabase() {
        CityConfig other = server.config(home, RESIDENTS + 1);
        assertThatThrownBy(() -> new Seeding(other, System.out).run())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("another sample city");
    }

    @Test
    void writesTheTruthThatPlainSqlFindsToo() throws Exception {
        Map<String, String> written = new TreeMap<>();
        for (String line : Files.readAllLines(home.resolve("truth/medical-burden.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[5].equals("LISTED") || cells[5].equals("CANNOT_TELL") && !cells[2].equals("0.00")) {
                written.put(cells[0] + " " + cells[1], cells[5]);
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (int period : new int[] {2025, 2026}) {
            found.putAll(TruthBySql.found(config, period));
        }
        assertThat(written).isEqualTo(found).hasSizeGreaterThan(5);
    }

    private static long count(CityTable table, String where) throws Exception {
        return Long.parseLong(
                strings(table.department(), "SELECT count(*)::text FROM public." + table.name() + " WHERE " + where)
                        .getFirst());
    }

    private static String digest(CityTable table) throws Exception {
        return strings(
                        table.department(),
                        "SELECT md5(string_agg(t::text, '|' ORDER BY " + table.key() + ")) FROM public." + table.name()
                                + " t")
                .getFirst();
    }

    private static List<String> strings(String department, String query) throws Exception {
        try (Connection connection = config.department(department).open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
