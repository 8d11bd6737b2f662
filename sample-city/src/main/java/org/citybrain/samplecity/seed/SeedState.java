package org.citybrain.samplecity.seed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a department's database is filled. Kept as the database's own comment, which is transactional, so that
 * block and mark are committed together and no table of ours stands among the department's.
 *
 * @param population which population: seed, size and start day
 * @param blocks blocks of households committed
 * @param done whether all are
 */
record SeedState(String population, long blocks, boolean done) {
    private static final Pattern FORM = Pattern.compile("sample city; (.*); blocks=(\\d+); (filling|filled)");

    static SeedState read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT shobj_description(oid, 'pg_database') FROM pg_database"
                        + " WHERE datname = current_database()")) {
            return of(rows.next() ? rows.getString(1) : null);
        }
    }

    /** Reads {@link #text}; what is none is an empty database. */
    static SeedState of(@Nullable String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        return matcher.matches()
                ? new SeedState(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        matcher.group(3).equals("filled"))
                : new SeedState("", 0, false);
    }

    String text() {
        return "sample city; " + population + "; blocks=" + blocks + "; " + (done ? "filled" : "filling");
    }

    void write(Connection connection, String database) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("COMMENT ON DATABASE \"" + database + "\" IS '" + text() + "'");
        }
    }
}
