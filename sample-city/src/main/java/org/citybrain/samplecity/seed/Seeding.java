package org.citybrain.samplecity.seed;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.office.CityRecords;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.population.Population;
import org.citybrain.samplecity.truth.HouseholdLedger;
import org.citybrain.samplecity.truth.TruthFiles;

/**
 * Raises and fills the departments' databases and writes the truth files. Run again after a break it goes on where
 * each database stopped; run again after the end it changes nothing.
 */
public final class Seeding {
    private static final int HOUSEHOLDS_A_BLOCK = 1500;
    private final CityConfig config;
    private final PrintStream out;
    private final String population;

    /** A seeding that tells its progress. */
    public Seeding(CityConfig config, PrintStream out) {
        this.config = config;
        this.out = out;
        this.population =
                "seed=" + config.seed() + "; residents=" + config.residents() + "; start=" + config.startDay();
    }

    /**
     * Seeds.
     *
     * @return rows written by this run, 0 when everything was there
     * @throws ConfigException when the databases hold another population
     */
    public long run() throws SQLException, IOException, InterruptedException {
        new Databases(config).raise();
        if (isDone() && TruthFiles.areWhole(config.truth())) {
            out.println("The sample city is there already (" + population + ").");
            return 0;
        }
        Divisions divisions = Divisions.of(config.cityCode(), config.shared());
        out.println("Seeding the sample city: " + population + ", "
                + divisions.villages().size() + " villages"
                + (divisions.isReal() ? "" : " (invented ones: no shared list of divisions)"));
        List<Loader> loaders = config.departments().stream()
                .map(department -> new Loader(config, department, population))
                .toList();
        try (ExecutorService executor = Executors.newFixedThreadPool(loaders.size());
                TruthFiles truth =
                        new TruthFiles(config.truth(), config.startDay().getYear())) {
            List<Future<Long>> results = loaders.stream().map(executor::submit).toList();
            try {
                walk(
                        new Population(config.seed(), config.residents(), config.startDay(), divisions),
                        divisions,
                        loaders,
                        results,
                        truth);
            } catch (IOException | InterruptedException | RuntimeException e) {
                executor.shutdownNow();
                throw e;
            }
            long rows = 0;
            for (Future<Long> result : results) {
                rows += valueOf(result);
            }
            truth.publish();
            return rows;
        }
    }

    private boolean isDone() throws SQLException {
        boolean done = true;
        for (String department : config.departments()) {
            try (Connection connection = config.department(department).open()) {
                SeedState state = SeedMark.of(config, department).read(connection);
                if (!state.population().isEmpty() && !state.population().equals(population)) {
                    throw new ConfigException("The database of " + department + " holds another sample city ("
                            + state.population() + ") than the configuration asks for (" + population
                            + "). Use another home, or set city.seed, city.residents and city.start back.");
                }
                done &= state.done();
            }
        }
        return done;
    }

    private void walk(
            Population people, Divisions divisions, List<Loader> loaders, List<Future<Long>> results, TruthFiles truth)
            throws IOException, InterruptedException {
        CityRecords records = new CityRecords(config.seed(), config.startDay(), divisions, firm -> {});
        Progress progress = new Progress("seeding", out, config.residents());
        long rows = hand(block(records::open), loaders, results);
        while (people.hasNext()) {
            rows += hand(
                    block(block -> {
                        for (int i = 0; i < HOUSEHOLDS_A_BLOCK && people.hasNext(); i++) {
                            household(records, people.next(), block, truth);
                        }
                    }),
                    loaders,
                    results);
            progress.tell(people.met(), rows);
        }
        hand(block(records::close), loaders, results);
        hand(Optional.empty(), loaders, results);
    }

    private Block block(Consumer<Block> writing) {
        Block block = new Block(config.departments());
        writing.accept(block);
        return block;
    }

    private static void household(CityRecords records, Livelihood life, Block block, TruthFiles truth) {
        HouseholdLedger ledger = new HouseholdLedger();
        records.write(life, (table, values) -> {
            block.row(table, values);
            ledger.row(table, values);
        });
        truth.note(life, ledger);
    }

    /** Hands a block to every department; the number of its rows. */
    private static long hand(Block block, List<Loader> loaders, List<Future<Long>> results)
            throws IOException, InterruptedException {
        hand(Optional.of(block), loaders, results);
        return block.rows();
    }

    private static void hand(Optional<Block> block, List<Loader> loaders, List<Future<Long>> results)
            throws IOException, InterruptedException {
        for (int i = 0; i < loaders.size(); i++) {
            while (!loaders.get(i).queue().offer(block, 200, TimeUnit.MILLISECONDS)) {
                if (results.get(i).isDone()) {
                    valueOf(results.get(i));
                    throw new IOException("The loader of a department ended early.");
                }
            }
        }
    }

    private static long valueOf(Future<Long> result) throws IOException, InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IOException("A department's database could not be filled: " + e.getMessage(), e);
        }
    }
}
