package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A statement as it stands in the log.
 *
 * @param database that was in use
 * @param mode bits of the session's {@code sql_mode}; 0 where the log does not tell
 */
public record LoggedStatement(String database, String sql, long mode) {
    private static final long ANSI_QUOTES = 1 << 2;
    private static final long STRICT_WITH_TRANSACTIONS = 1 << 21;
    private static final long STRICT = 1 << 22;

    /**
     * Reads a query event's body in the character set of the client that sent it. The log does not tell whether the server wrote
     * the statement anew in its own, UTF-8, as it does for some: what reads in both ways is told in both.
     *
     * @return none where it can be read in neither
     */
    public static List<LoggedStatement> readings(byte[] body, CharacterSets sets) {
        Body parts = Body.of(body);
        Set<String> texts = new LinkedHashSet<>();
        if (!parts.isPlain() && parts.status().client() >= 0) {
            try {
                Characters characters = sets.of(parts.status().client());
                if (!characters.isBinary()) {
                    texts.add(characters.decode(parts.sql()));
                }
            } catch (UnreadableLogException unknown) {
                // UTF-8 is left, or nothing
            }
        }
        try {
            texts.add(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(parts.sql()))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            // the client's own set is left, or nothing
        }
        List<LoggedStatement> readings = new ArrayList<>();
        texts.forEach(text -> readings.add(
                new LoggedStatement(parts.database(), text, parts.status().mode())));
        return readings;
    }

    /** A statement with a mark for each sign that is not a plain one: what it begins with stands there all the same. */
    public static String outline(byte[] body) {
        return new String(Body.of(body).sql(), StandardCharsets.US_ASCII);
    }

    /** A query event's parts. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Body(String database, StatementStatus status, byte[] sql) {
        static Body of(byte[] body) {
            ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
            in.position(in.position() + 8);
            int name = in.get() & 0xff;
            in.getShort();
            ByteBuffer status = LogBytes.slice(in, in.getShort() & 0xffff);
            String database = new String(LogBytes.bytes(in, name), StandardCharsets.UTF_8);
            in.get();
            return new Body(database, StatementStatus.read(status), LogBytes.bytes(in, in.remaining()));
        }

        boolean isPlain() {
            for (byte one : sql) {
                if (one < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    public boolean hasAnsiQuotes() {
        return (mode & ANSI_QUOTES) != 0;
    }

    /** Whether it ends a transaction. */
    public boolean isEnd() {
        return sql.equals("COMMIT") || sql.equals("ROLLBACK");
    }

    /** Whether the server refused what would not fit, where it would else have made it fit. */
    public boolean isStrict(boolean transactional) {
        return (mode & STRICT) != 0 || transactional && (mode & STRICT_WITH_TRANSACTIONS) != 0;
    }
}
