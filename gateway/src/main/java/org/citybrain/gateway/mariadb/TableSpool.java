package org.citybrain.gateway.mariadb;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.citybrain.kernel.batch.Tuple;
import org.jspecify.annotations.Nullable;

/** The first load of one table: read whole into a file, and only then sent from there. */
final class TableSpool {
    private static final int ROWS_AT_A_TIME = 2_000;

    private TableSpool() {}

    /** Takes the rows of a spool; the number counts from 1. */
    interface RowReader {
        void row(long number, List<@Nullable String> values) throws IOException, InterruptedException;
    }

    /**
     * Reads the table in one consistent snapshot, or under a lock where its engine knows no snapshots.
     *
     * @return the end of the log that the rows have seen; the spool is on disk when this returns
     */
    static BinlogPlace write(Connection connection, MariaDbServer server, MariaDbCatalogue.Listed listed, Path file)
            throws SQLException, IOException {
        MariaDbTable table = listed.table();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            BinlogPlace seen;
            if (table.transactional()) {
                statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
                seen = server.snapshot();
            } else {
                statement.execute("LOCK TABLES " + table.sqlName() + " READ");
                seen = server.end().place();
            }
            try {
                write(connection, listed, file);
            } finally {
                statement.execute(table.transactional() ? "ROLLBACK" : "UNLOCK TABLES");
            }
            return seen;
        }
    }

    private static void write(Connection connection, MariaDbCatalogue.Listed listed, Path file)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 18))) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet found = statement.executeQuery(listed.query())) {
                while (found.next()) {
                    byte[] row = Tuple.encode(listed.row(found));
                    out.writeInt(row.length);
                    out.write(row);
                }
            }
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /**
     * Reads a spool's rows in order.
     *
     * @return how many there are
     */
    static long read(Path file, RowReader reader) throws IOException, InterruptedException {
        long number = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18))) {
            while (true) {
                byte[] row = new byte[in.readInt()];
                in.readFully(row);
                reader.row(++number, Tuple.decode(row));
            }
        } catch (EOFException end) {
            return number;
        }
    }
}
