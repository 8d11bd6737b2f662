package org.citybrain.gateway.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import org.citybrain.kernel.batch.FieldBytes;
import org.postgresql.PGConnection;

/** The first load of one table: copied whole into a spool file, and only then read from there. */
final class TableSnapshot {
    private static final int PROGRESS_ROWS = 100_000;
    private static final int CHUNK_BYTES = 1 << 20;

    private TableSnapshot() {}

    /** Takes rows of a spool. */
    interface RowReader {
        /** Takes a row; the number counts from 1, the values are good until the next row. */
        void row(long number, FieldBytes values) throws IOException, InterruptedException;
    }

    /**
     * Copies the table in one repeatable-read transaction.
     *
     * @return what the copy has seen; the spool is on disk when this returns
     */
    static SnapshotView spool(Connection connection, SourceTable table, Path file) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            SnapshotView view = view(statement);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyStatement(), out);
            }
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            return view;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static SnapshotView view(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT pg_current_snapshot()::text,"
                + " (pg_current_wal_insert_lsn() - '0/0')::bigint,"
                + " (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")) {
            found.next();
            return SnapshotView.parse(found.getString(1), found.getLong(2), found.getLong(3));
        }
    }

    /**
     * Reads a spool's rows in order.
     *
     * @return how many there are
     */
    static long read(Path file, int columns, RowReader reader, LongConsumer progress)
            throws IOException, InterruptedException {
        long number = 0;
        CopyText text = new CopyText();
        FieldBytes row = new FieldBytes(columns);
        byte[] chunk = new byte[CHUNK_BYTES];
        int held = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(chunk, held, chunk.length - held);
                    length >= 0;
                    length = in.read(chunk, held, chunk.length - held)) {
                int end = held + length;
                int from = 0;
                for (int i = held; i < end; i++) {
                    // a newline inside a value is written as an escape, so each newline ends a row
                    if (chunk[i] == '\n') {
                        text.read(chunk, from, i, row);
                        reader.row(++number, row);
                        from = i + 1;
                        if (number % PROGRESS_ROWS == 0) {
                            progress.accept(number);
                        }
                    }
                }
                held = end - from;
                chunk = withRoom(chunk, from, held);
            }
        }
        progress.accept(number);
        return number;
    }

    // the beginning of a row goes to the front; a row longer than the chunk gets a larger one
    private static byte[] withRoom(byte[] chunk, int from, int held) {
        byte[] next = held == chunk.length ? new byte[chunk.length * 2] : chunk;
        System.arraycopy(chunk, from, next, 0, held);
        return next;
    }
}
