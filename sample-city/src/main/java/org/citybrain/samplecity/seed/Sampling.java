package org.citybrain.samplecity.seed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.office.CityRecords;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.population.Population;
import org.citybrain.samplecity.tables.CityTables;

/**
 * Writes a whole city's department records as files, with the truth about them. Memory does not grow with the city; a run
 * broken off goes on at its last mark: it draws the people again, which is quick, but writes only what is missing.
 */
public final class Sampling {
    private static final String CITY = "3609";
    private static final int HOUSEHOLDS_A_BLOCK = 1_500;
    private static final int BLOCKS_A_MARK = 10;
    /** Measured: bytes of files for each resident, without and with gzip, with room to spare. */
    private static final long BYTES_A_RESIDENT = 1_700;

    private static final long PACKED_BYTES_A_RESIDENT = 420;
    private static final double MEBIBYTE = 1 << 20;
    private final SampleWish wish;
    private final PrintStream out;
    private final int householdsABlock;

    /** A sampling that tells its progress. */
    public Sampling(SampleWish wish, PrintStream out) {
        this(wish, out, HOUSEHOLDS_A_BLOCK);
    }

    Sampling(SampleWish wish, PrintStream out, int householdsABlock) {
        this.wish = wish;
        this.out = out;
        this.householdsABlock = householdsABlock;
    }

    /**
     * Writes what is missing.
     *
     * @return rows in the files
     * @throws ConfigException when the folder holds another sample or the disk is too small
     */
    public long run() throws IOException {
        makeFolder();
        SampleState state = SampleState.read(wish.out(), wish.population());
        if (!state.population().equals(wish.population())) {
            throw new ConfigException("文件夹里是另一份样例, 请用 --out 另选 · " + wish.out() + " holds another sample ("
                    + state.population() + "): choose another --out");
        }
        if (!state.done()) {
            requireRoom(state);
            out.printf(
                    Locale.ROOT,
                    "sample: %s, into %s%s%n",
                    wish.population(),
                    wish.out(),
                    state.blocks() == 0 ? "" : ", going on after block " + state.blocks());
            state = write(state);
        }
        tell(state);
        return state.rows();
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectories(wish.out());
        } catch (FileAlreadyExistsException e) {
            throw new ConfigException("--out: 已有同名文件, 请另选文件夹 · " + e.getFile() + " is a file: choose another folder");
        } catch (AccessDeniedException e) {
            throw new ConfigException(
                    "--out: 没有写权限, 请另选文件夹 · no right to write in " + e.getFile() + ": choose another folder");
        } catch (FileSystemException e) {
            throw new ConfigException("--out: 无法在此建立文件夹, 请另选 · the system makes no folder at " + e.getFile()
                    + (e.getReason() == null ? "" : " (" + e.getReason() + ")") + ": choose another folder");
        }
    }

    private void requireRoom(SampleState state) throws IOException {
        long there = state.marks().values().stream().mapToLong(Long::longValue).sum();
        long needed = wish.persons() * (wish.packed() ? PACKED_BYTES_A_RESIDENT : BYTES_A_RESIDENT) - there;
        long free = Files.getFileStore(wish.out()).getUsableSpace();
        if (free < needed) {
            throw new ConfigException(String.format(
                    Locale.ROOT,
                    "磁盘空间不足, 可用 --gzip 或另选 --out · the files need about %,.0f MiB, but the disk has %,.0f MiB left:"
                            + " try --gzip or another --out",
                    needed / MEBIBYTE,
                    free / MEBIBYTE));
        }
    }

    private SampleState write(SampleState from) throws IOException {
        Divisions divisions = Divisions.of(CITY, wish.shared());
        Population people = new Population(wish.seed(), wish.persons(), wish.startDay(), divisions);
        try (SampleFiles files = new SampleFiles(wish.out(), wish.packed(), from)) {
            Journey journey = new Journey(from, files);
            CityRecords records =
                    new CityRecords(wish.seed(), wish.startDay(), divisions, firm -> journey.block.firm(firm));
            Progress progress = new Progress("sample", out, wish.persons());
            records.open(journey.block);
            while (people.hasNext()) {
                for (int i = 0; i < householdsABlock && people.hasNext(); i++) {
                    Livelihood life = people.next();
                    journey.block.persons(life.household());
                    records.write(life, journey.block);
                }
                journey.turn();
                progress.tell(people.met(), journey.rows);
            }
            records.close(journey.block);
            journey.turn();
            return journey.mark(true);
        }
    }

    /** The way through the blocks: which of them are written already, and where the marks are. */
    private final class Journey {
        private final SampleState from;
        private final SampleFiles files;
        private final long began = System.nanoTime();
        private Block block = Block.withTruth();
        private long blocks;
        private long rows;

        private Journey(SampleState from, SampleFiles files) {
            this.from = from;
            this.files = files;
        }

        private void turn() throws IOException {
            blocks++;
            rows += block.rows();
            if (blocks > from.blocks()) {
                files.append(block);
                if (blocks % BLOCKS_A_MARK == 0) {
                    mark(false);
                }
            }
            block = Block.withTruth();
        }

        private SampleState mark(boolean done) throws IOException {
            long seconds = from.seconds() + Math.round((System.nanoTime() - began) / 1e9);
            SampleState state = new SampleState(wish.population(), blocks, rows, seconds, done, files.marks());
            state.write(wish.out());
            return state;
        }
    }

    private void tell(SampleState state) {
        Map<String, Long> sizes = new TreeMap<>();
        state.marks().forEach((name, size) -> sizes.merge(name.substring(0, name.indexOf('/')), size, Long::sum));
        for (String department : CityTables.DEPARTMENTS) {
            out.printf(Locale.ROOT, "  %-20s %,12.1f MiB%n", department, sizes.getOrDefault(department, 0L) / MEBIBYTE);
        }
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        out.printf(Locale.ROOT, "  %-20s %,12.1f MiB%n", "truth", sizes.getOrDefault("truth", 0L) / MEBIBYTE);
        out.printf(
                Locale.ROOT,
                "sample: %,d residents, %,d rows, %,.1f MiB, %,d s%n",
                wish.persons(),
                state.rows(),
                all / MEBIBYTE,
                state.seconds());
    }
}
