package org.citybrain.samplecity.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.population.StoryHousehold;
import org.citybrain.samplecity.tables.CityTables;

/**
 * The households that life goes on in, read from the departments' databases at the start, so that a second start goes
 * on from what is there. At most {@value #MOST} households, a window of neighbours in a larger city. Planted
 * households and those with unreadable numbers are left alone.
 */
final class Pool {
    private static final int MOST = 40_000;
    private static final int FETCH = 5_000;
    private final CityConfig config;
    private final int year;
    private final Map<String, Home> homes = new HashMap<>();
    private final List<Home> inOrder = new ArrayList<>();
    private final Map<String, Citizen> citizens = new HashMap<>();
    private final Map<String, Home> homeOf = new HashMap<>();

    /** Reads the pool as of a city year. */
    Pool(CityConfig config, Dice dice, int year) throws SQLException {
        this.config = config;
        this.year = year;
        members(dice);
        incomes(CityTables.HUMAN_RESOURCES, "wage");
        incomes(CityTables.HUMAN_RESOURCES, "pension");
        incomes(CityTables.CIVIL_AFFAIRS, "transfer_income");
        bills();
    }

    /** The departments that are raised. */
    List<String> departments() {
        return config.departments();
    }

    /** The households in the order of their numbers. */
    List<Home> homes() {
        return inOrder;
    }

    private void members(Dice dice) throws SQLException {
        String prefix = config.cityCode();
        int first = StoryHousehold.values().length + 1;
        try (Connection police = config.department(CityTables.PUBLIC_SECURITY).open()) {
            int last = Integer.parseInt(single(police, "SELECT max(household_no) FROM public.person")
                    .substring(prefix.length()));
            int from = last - first > MOST ? first + dice.below(last - first - MOST) : first;
            String query = "SELECT m.household_no, m.region_code, p.address, m.member_no, p.person_no, m.id_number,"
                    + " p.id_number, p.name, p.sex, p.birth_date, m.relation FROM public.household_member m"
                    + " JOIN public.person p USING (person_no) WHERE m.left_on IS NULL AND m.household_no BETWEEN '"
                    + number(prefix, from) + "' AND '" + number(prefix, from + MOST)
                    + "' ORDER BY m.household_no, m.member_no";
            stream(police, query, this::member);
        }
    }

    private void member(ResultSet row) throws SQLException {
        String number = row.getString(1);
        Home home = homes.get(number);
        if (home == null) {
            home = new Home(number, row.getString(2), row.getString(3), year - 1);
            homes.put(number, home);
            inOrder.add(home);
        }
        String id = standard(row.getString(6));
        if (id.isEmpty() || !id.equals(standard(row.getString(7)))) {
            home.breakIt();
            return;
        }
        LocalDate birth = LocalDate.parse(row.getString(10));
        Resident resident = new Resident(
                row.getLong(5), id, row.getString(8), row.getString(9).equals("1"), birth, null);
        Citizen citizen = new Citizen(resident, row.getLong(4), row.getString(11));
        home.citizens().add(citizen);
        citizens.put(id, citizen);
        homeOf.put(id, home);
    }

    private void incomes(String department, String table) throws SQLException {
        try (Connection connection = config.department(department).open()) {
            String query = "SELECT id_number, year, amount FROM public." + table + " WHERE year IN (" + (year - 1)
                    + ", " + year + ")";
            stream(connection, query, row -> {
                Citizen citizen = citizens.get(standard(row.getString(1)));
                if (citizen != null) {
                    long cents = row.getBigDecimal(3).movePointRight(2).longValueExact();
                    if (row.getInt(2) == year) {
                        citizen.earnedThisYear(cents);
                    } else {
                        citizen.earnedLastYear(cents);
                    }
                }
            });
        }
    }

    private void bills() throws SQLException {
        try (Connection connection =
                config.department(CityTables.HEALTH_INSURANCE).open()) {
            String query = "SELECT id_number, extract(year FROM settled_on)::int, self_paid FROM public.settlement"
                    + " WHERE status = 'SETTLED'";
            stream(connection, query, row -> {
                Home home = homeOf.get(standard(row.getString(1)));
                if (home != null) {
                    home.paid(row.getBigDecimal(3).movePointRight(2).longValueExact(), row.getInt(2) == year);
                }
            });
        }
    }

    private static String standard(String id) {
        String standard = id == null ? "" : IdentityNumber.standardise(id);
        return IdentityNumber.problemOf(standard).isEmpty() ? standard : "";
    }

    private static String number(String prefix, int running) {
        return prefix + String.valueOf(100_000_000L + running).substring(1);
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void stream(Connection connection, String query, RowReader reader) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
        connection.rollback();
    }

    /** The first column of the first row; empty when there is none. */
    static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            String found = rows.next() ? rows.getString(1) : null;
            return found == null ? "" : found;
        }
    }
}
