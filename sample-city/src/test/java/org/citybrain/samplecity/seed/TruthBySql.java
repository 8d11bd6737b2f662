package org.citybrain.samplecity.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;

/**
 * The medical-burden rule a second time, as SQL over copies of the tables, sharing no code with the truth files: ids
 * are standardised in SQL, sums are numeric, ages come from the register.
 */
public final class TruthBySql {
    private TruthBySql() {}

    public static Map<String, String> found(CityConfig config, int period) throws SQLException {
        try (Connection home = config.department(CityTables.PUBLIC_SECURITY).open();
                Statement statement = home.createStatement()) {
            statement.execute(STANDARD);
            statement.execute("CREATE TEMP TABLE paid (id text, amount numeric)");
            statement.execute("CREATE TEMP TABLE earned (id text, amount numeric)");
            fill(
                    home,
                    config,
                    CityTables.HEALTH_INSURANCE,
                    "paid",
                    "SELECT id_number, self_paid FROM settlement WHERE status = 'SETTLED' AND extract(year FROM settled_on) = "
                            + period);
            String year = " WHERE year = " + (period - 1);
            fill(
                    home,
                    config,
                    CityTables.CIVIL_AFFAIRS,
                    "earned",
                    "SELECT id_number, amount FROM transfer_income" + year);
            fill(
                    home,
                    config,
                    CityTables.HUMAN_RESOURCES,
                    "earned",
                    "SELECT id_number, amount FROM wage" + year + " UNION ALL SELECT id_number, amount FROM pension"
                            + year);
            return judged(statement, period);
        }
    }

    private static void fill(Connection home, CityConfig config, String department, String into, String query)
            throws SQLException {
        try (Connection source = config.department(department).open();
                Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery(query);
                PreparedStatement insert =
                        home.prepareStatement("INSERT INTO " + into + " VALUES (pg_temp.standard(?), ?)")) {
            while (rows.next()) {
                insert.setString(1, rows.getString(1));
                insert.setBigDecimal(2, rows.getBigDecimal(2));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<String, String> judged(Statement statement, int period) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(JUDGE.formatted(period - 1))) {
            while (rows.next()) {
                found.put(rows.getString(1) + " " + period, rows.getString(2));
            }
        }
        return found;
    }

    /** 15 digits made 18; null when the check digit fails. */
    private static final String STANDARD = """
            CREATE FUNCTION pg_temp.standard(raw text) RETURNS text LANGUAGE plpgsql AS $$
            DECLARE body text; sum int := 0; weights int[] := '{7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2}';
            BEGIN
              body := CASE WHEN length(raw) = 15 THEN left(raw, 6) || '19' || substr(raw, 7) ELSE left(raw, 17) END;
              IF body IS NULL THEN RETURN NULL; END IF;
              FOR i IN 1..17 LOOP sum := sum + weights[i] * substr(body, i, 1)::int; END LOOP;
              body := body || substr('10X98765432', sum % 11 + 1, 1);
              RETURN CASE WHEN length(raw) = 15 OR raw = body THEN body END;
            END $$""";

    private static final String JUDGE = """
            WITH p AS (SELECT id, sum(amount) amount FROM paid WHERE id IS NOT NULL GROUP BY id),
                 e AS (SELECT id, sum(amount) amount FROM earned WHERE id IS NOT NULL GROUP BY id),
                 m AS (SELECT m.household_no, pg_temp.standard(m.id_number) id,
                              make_date(%1$d, 12, 31) >= birth_date + interval '18 years' adult
                       FROM household_member m JOIN person USING (person_no)
                       WHERE m.left_on IS NULL AND m.kind = '户籍'),
                 h AS (SELECT household_no, coalesce(sum(p.amount), 0) paid, coalesce(sum(e.amount), 0) earned,
                              bool_or(adult AND e.id IS NULL) unknown
                       FROM m LEFT JOIN p USING (id) LEFT JOIN e ON e.id = m.id GROUP BY household_no)
            SELECT household_no, CASE WHEN unknown THEN 'CANNOT_TELL' ELSE 'LISTED' END
            FROM h WHERE paid > 0 AND (unknown OR paid > 2.0 * earned)""";
}
