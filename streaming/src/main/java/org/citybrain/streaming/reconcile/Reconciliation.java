package org.citybrain.streaming.reconcile;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.citybrain.streaming.pool.PoolReader;
import org.citybrain.streaming.pool.PoolTables;
import org.postgresql.PGConnection;

/** Reads both sides at the same time and compares them. */
public final class Reconciliation {
    private Reconciliation() {}

    /**
     * What was found.
     *
     * @param sourceRows rows of the source's table
     * @param poolRows rows of the pool's table
     * @param sourceChecksum sum of 64-bit hashes of the rows' COPY texts, hexadecimal
     * @param lost rows that only the source has
     * @param surplus rows that only the pool has, repeated ones among them
     */
    public record Result(
            long sourceRows, long poolRows, String sourceChecksum, String poolChecksum, long lost, long surplus) {}

    /** Opens a connection to the source. */
    public interface Source {
        /** A new connection, closed by the caller. */
        Connection open() throws Exception;
    }

    /**
     * Compares a table of the source with a resource of the pool.
     *
     * @param table the source's table as SQL names it
     */
    public static Result of(Source source, String table, String warehouse, String resource) {
        CompletableFuture<RowHashes> fromSource = CompletableFuture.supplyAsync(() -> sourceRows(source, table));
        RowHashes pool = poolRows(warehouse, resource);
        RowHashes there = fromSource.join();
        return new Result(
                there.count(),
                pool.count(),
                Long.toHexString(there.sum()),
                Long.toHexString(pool.sum()),
                there.missingIn(pool),
                pool.missingIn(there));
    }

    private static RowHashes sourceRows(Source source, String table) {
        RowHashes hashes = new RowHashes();
        try (Connection connection = source.open();
                Statement statement = connection.createStatement()) {
            statement.execute("SET timezone TO 'UTC'");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", new Lines(hashes));
            return hashes;
        } catch (Exception e) {
            throw new CompletionException("The source's table " + table + " cannot be read", e);
        }
    }

    private static RowHashes poolRows(String warehouse, String resource) {
        RowHashes hashes = new RowHashes();
        try (PoolTables tables = PoolTables.open(warehouse)) {
            PoolReader reader = new PoolReader(tables.get(PoolTables.standard(resource)));
            CopyLine line = new CopyLine(reader.fields().size());
            reader.readTuples(tuple -> {
                int length = line.write(tuple);
                hashes.add(line.bytes(), 0, length);
            });
            return hashes;
        } catch (Exception e) {
            throw new CompletionException("The pool's rows of " + resource + " cannot be read", e);
        }
    }

    /** PostgreSQL's driver writes one row at a time, with its newline. */
    private static final class Lines extends OutputStream {
        private final RowHashes hashes;

        Lines(RowHashes hashes) {
            this.hashes = hashes;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (length == 0 || bytes[from + length - 1] != '\n') {
                throw new IllegalStateException("COPY gave a part of a row");
            }
            hashes.add(bytes, from, length - 1);
        }

        @Override
        public void write(int one) {
            throw new IllegalStateException("COPY gave a part of a row: " + Arrays.toString(new int[] {one}));
        }
    }
}
