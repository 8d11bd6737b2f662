package org.citybrain.gateway.capture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The first load of one table: copied whole into a spool file, and only then read from there. */
final class TableSnapshot {
    private static final int PROGRESS_ROWS = 100_000;

    private TableSnapshot() {}

    /** A row of a spool. */
    interface RowReader {
        /** Takes a row; the number counts from 1. */
        void row(long number, List<@Nullable String> values) throws InterruptedException;
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
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 18];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                int from = 0;
                for (int i = 0; i < length; i++) {
                    // a newline inside a value is written as an escape, so each newline ends a row
                    if (chunk[i] == '\n') {
                        reader.row(++number, line(rest, chunk, from, i, columns));
                        from = i + 1;
                        if (number % PROGRESS_ROWS == 0) {
                            progress.accept(number);
                        }
                    }
                }
                rest.write(chunk, from, length - from);
            }
        }
        progress.accept(number);
        return number;
    }

    private static List<@Nullable String> line(
            ByteArrayOutputStream rest, byte[] chunk, int from, int to, int columns) {
        if (rest.size() == 0) {
            return CopyText.fields(chunk, from, to, columns);
        }
        rest.write(chunk, from, to - from);
        byte[] whole = rest.toByteArray();
        rest.reset();
        return CopyText.fields(whole, 0, whole.length, columns);
    }
}
