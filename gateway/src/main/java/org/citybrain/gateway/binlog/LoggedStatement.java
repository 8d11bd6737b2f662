package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

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
    private static final int FLAGS = 0;
    private static final int MODE = 1;

    /** Reads a query event's body. */
    public static LoggedStatement read(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + 8);
        int name = in.get() & 0xff;
        in.getShort();
        ByteBuffer status = LogBytes.slice(in, in.getShort() & 0xffff);
        String database = new String(LogBytes.bytes(in, name), StandardCharsets.UTF_8);
        in.get();
        String sql = new String(LogBytes.bytes(in, in.remaining()), StandardCharsets.UTF_8);
        return new LoggedStatement(database, sql, mode(status));
    }

    // the first two things that may be told: flags, then the mode
    private static long mode(ByteBuffer status) {
        int part = status.hasRemaining() ? status.get() : -1;
        if (part == FLAGS) {
            status.getInt();
            part = status.hasRemaining() ? status.get() : -1;
        }
        return part == MODE ? status.getLong() : 0;
    }

    public boolean hasAnsiQuotes() {
        return (mode & ANSI_QUOTES) != 0;
    }

    /** Whether the server refused what would not fit, where it would else have made it fit. */
    public boolean isStrict(boolean transactional) {
        return (mode & STRICT) != 0 || transactional && (mode & STRICT_WITH_TRANSACTIONS) != 0;
    }
}
