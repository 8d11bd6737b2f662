package org.citybrain.samplecity.seed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.DepartmentSystem;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills one department's database with blocks, one transaction each, skipping those an earlier run has committed. An
 * empty block ends the work.
 */
final class Loader implements Callable<Long> {
    private static final int WAITING_BLOCKS = 2;
    private final CityConfig config;
    private final String department;
    private final String population;
    private final BlockingQueue<Optional<Block>> queue = new ArrayBlockingQueue<>(WAITING_BLOCKS);

    Loader(CityConfig config, String department, String population) {
        this.config = config;
        this.department = department;
        this.population = population;
    }

    BlockingQueue<Optional<Block>> queue() {
        return queue;
    }

    /** Loads until the end; the number of rows written. */
    @Override
    public Long call() throws SQLException, IOException, InterruptedException {
        try (Connection connection = config.department(department).open()) {
            connection.setAutoCommit(false);
            SeedMark mark = SeedMark.of(config, department);
            long had = mark.read(connection).blocks();
            long blocks = 0;
            long rows = 0;
            for (Optional<Block> next = queue.take(); next.isPresent(); next = queue.take()) {
                if (++blocks > had) {
                    rows += load(connection, next.get());
                    mark.write(connection, new SeedState(population, blocks, false));
                    connection.commit();
                }
            }
            mark.write(connection, new SeedState(population, Math.max(blocks, had), true));
            connection.commit();
            if (config.department(department).system() == DepartmentSystem.POSTGRESQL) {
                analyze(connection);
            }
            return rows;
        }
    }

    private long load(Connection connection, Block block) throws SQLException, IOException {
        if (config.department(department).system() == DepartmentSystem.MARIADB) {
            return MariaDbDatabase.load(connection, department, block);
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        for (CityTable table : CityTables.of(department)) {
            CopyText text = block.text(table);
            if (!text.isEmpty()) {
                rows += copy.copyIn(table.copyIn(), text.stream());
            }
        }
        return rows;
    }

    private static void analyze(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }
}
