package org.citybrain.samplecity.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the departments that life will change: some thousand of each kind, read at the start, each used once, so that a
 * second start goes on from what is there.
 */
final class Stock {
    /** Kinds of rows kept: where they are and what is read of them. */
    enum Kind {
        TITLE(
                CityTables.NATURAL_RESOURCES,
                "SELECT title_no, unit_code, holder_name, holder_id_number, price FROM public.title WHERE status = '现势'"
                        + " AND holder_kind = '自然人' AND share_kind = '单独所有' AND price > 0 ORDER BY title_no DESC"),
        BUSINESS(
                CityTables.MARKET_REGULATION,
                "SELECT business_no, credit_code FROM public.business WHERE status = '存续' AND kind = '个体工商户'"
                        + " AND length(credit_code) = 18 ORDER BY business_no DESC"),
        INCIDENT(
                CityTables.URBAN_MANAGEMENT,
                "SELECT incident_no FROM public.incident WHERE closed_at IS NULL ORDER BY incident_no DESC"),
        EMPLOYMENT(
                CityTables.HUMAN_RESOURCES,
                "SELECT insured_no, id_number, name FROM public.insured_person WHERE ended_on IS NULL"
                        + " AND length(id_number) = 18 ORDER BY insured_no DESC"),
        UNIT(
                CityTables.HUMAN_RESOURCES,
                "SELECT credit_code, title, region_code FROM public.insured_unit WHERE length(credit_code) = 18"
                        + " ORDER BY unit_no DESC"),
        FUND_UNIT(
                CityTables.HOUSING_FUND,
                "SELECT upper(credit_code), unit_account_no FROM unit_account WHERE length(credit_code) = 18"
                        + " ORDER BY unit_account_no"),
        PUPIL(CityTables.EDUCATION, "SELECT pupil_no FROM public.pupil WHERE status = '在读' ORDER BY pupil_no DESC"),
        SCHOOL(CityTables.EDUCATION, "SELECT school_code, school_no, title FROM public.school ORDER BY school_no");

        private final String department;
        private final String query;

        Kind(String department, String query) {
            this.department = department;
            this.query = query;
        }
    }

    private static final int MOST = 3_000;
    private final Map<Kind, List<String[]>> rows = new HashMap<>();

    /** Reads what the raised departments hold. */
    Stock(CityConfig config) throws SQLException {
        List<String> departments = config.departments();
        for (Kind kind : Kind.values()) {
            List<String[]> found = new ArrayList<>();
            if (departments.contains(kind.department)) {
                try (Connection connection = config.department(kind.department).open()) {
                    read(connection, kind.query + " LIMIT " + MOST, found);
                }
            }
            rows.put(kind, found);
        }
    }

    private static void read(Connection connection, String query, List<String[]> found) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = text(result.getString(i + 1));
                }
                found.add(row);
            }
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Takes a row out; empty when there is none left. */
    Optional<String[]> take(Dice dice, Kind kind) {
        List<String[]> left = of(kind);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        int at = dice.below(left.size());
        String[] taken = left.set(at, left.getLast());
        left.removeLast();
        return Optional.of(taken);
    }

    /** A row that stays. */
    Optional<String[]> see(Dice dice, Kind kind) {
        List<String[]> all = of(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(dice.pick(all));
    }

    /** The second column of the row whose first is the key. */
    Optional<String> find(Kind kind, String key) {
        return of(kind).stream()
                .filter(row -> row[0].equals(key))
                .map(row -> row[1])
                .findFirst();
    }

    /** Something new that may change later. */
    void put(Kind kind, String... row) {
        of(kind).add(row);
    }

    private List<String[]> of(Kind kind) {
        return rows.computeIfAbsent(kind, k -> new ArrayList<>());
    }
}
