package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;

/**
 * What the log tells of the session that sent a statement.
 *
 * @param mode bits of {@code sql_mode}; 0 where the log does not tell
 * @param client number of a collation of the client's character set; -1 where the log does not tell
 */
record StatementStatus(long mode, int client) {
    private static final int FLAGS = 0;
    private static final int MODE = 1;
    private static final int INCREMENT = 3;
    private static final int CHARACTERS = 4;
    private static final int CATALOGUE = 6;

    /** Reads the parts up to the character set; they stand in this order, and what follows is of no use here. */
    static StatementStatus read(ByteBuffer in) {
        long mode = 0;
        while (in.hasRemaining()) {
            switch (in.get() & 0xff) {
                case FLAGS, INCREMENT -> in.getInt();
                case MODE -> mode = in.getLong();
                case CATALOGUE -> LogBytes.bytes(in, in.get() & 0xff);
                case CHARACTERS -> {
                    return new StatementStatus(mode, in.getShort() & 0xffff);
                }
                default -> {
                    return new StatementStatus(mode, -1);
                }
            }
        }
        return new StatementStatus(mode, -1);
    }
}
