package org.citybrain.gateway.binlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.citybrain.gateway.source.SourceAddress;

/**
 * The character sets of a source by the numbers that its binlog uses. Where Java might read one differently, the source
 * itself is asked once what each of its bytes or pairs of bytes means: it prints its own tables in the first load.
 */
public final class CharacterSets {
    private static final int BINARY = 63;
    private static final int PAIRS = 0x10000;
    private static final String BYTES;

    static {
        String digits = "(SELECT 0 d";
        for (int i = 1; i < 16; i++) {
            digits += " UNION ALL SELECT " + i;
        }
        BYTES = "(SELECT h.d * 16 + l.d n FROM " + digits + ") h CROSS JOIN " + digits + ") l)";
    }

    private final SourceAddress address;
    private final Map<Integer, Listed> listed = new HashMap<>();
    private final Map<String, Characters> read = new HashMap<>();

    private record Listed(String name, int longest) {}

    /** Reads the list of the source's collations. */
    public CharacterSets(SourceAddress address, Connection connection) throws SQLException {
        this.address = address;
        list(
                connection,
                "SELECT a.ID, a.CHARACTER_SET_NAME, s.MAXLEN FROM information_schema.COLLATIONS a"
                        + " JOIN information_schema.CHARACTER_SETS s USING (CHARACTER_SET_NAME)");
        try {
            // collations of many character sets stand only here, and only in newer servers
            list(
                    connection,
                    "SELECT a.ID, a.CHARACTER_SET_NAME, s.MAXLEN"
                            + " FROM information_schema.COLLATION_CHARACTER_SET_APPLICABILITY a"
                            + " JOIN information_schema.CHARACTER_SETS s USING (CHARACTER_SET_NAME)");
        } catch (SQLException olderServer) {
            listed.putIfAbsent(BINARY, new Listed("binary", 1));
        }
    }

    private void list(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                listed.put(found.getInt(1), new Listed(found.getString(2), found.getInt(3)));
            }
        }
    }

    /** The character set of a collation. */
    Characters of(int collation) {
        if (collation == BINARY) {
            return Characters.BINARY;
        }
        Listed found = listed.get(collation);
        if (found == null) {
            throw new UnreadableLogException("The collation " + collation + " is not known to the source's catalogue");
        }
        return read.computeIfAbsent(found.name(), name -> characters(found));
    }

    private Characters characters(Listed set) {
        Characters known = Characters.known(set.name(), set.longest());
        if (known != null) {
            return known;
        }
        if (set.longest() > 2) {
            throw new UnreadableLogException("The character set " + set.name() + " is not read");
        }
        try (Connection connection = address.openMariaDb();
                Statement statement = connection.createStatement()) {
            char[] table = new char[set.longest() == 1 ? 256 : PAIRS];
            String name = set.name();
            fill(statement, table, "SELECT n, " + converted("CHAR(n)", name) + " FROM " + BYTES + " a");
            if (set.longest() == 2) {
                fill(
                        statement,
                        table,
                        "SELECT a.n * 256 + b.n, " + converted("CHAR(a.n, b.n)", name) + " FROM " + BYTES
                                + " a CROSS JOIN " + BYTES + " b WHERE a.n >= 128 AND " + converted("CHAR(a.n)", name)
                                + " = '?'");
            }
            return new Characters(name, set.longest(), null, table);
        } catch (SQLException e) {
            throw new UnreadableLogException(
                    "The source does not tell its character set " + set.name() + ": " + e.getMessage());
        }
    }

    private static String converted(String bytes, String characters) {
        return "CONVERT(CONVERT(" + bytes + " USING " + characters + ") USING utf8mb4)";
    }

    // what means nothing is answered with a question mark
    private static void fill(Statement statement, char[] table, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                int code = found.getInt(1);
                String text = found.getString(2);
                if (text != null && text.length() == 1 && (text.charAt(0) != '?' || code == '?')) {
                    table[code] = text.charAt(0);
                }
            }
        }
    }
}
