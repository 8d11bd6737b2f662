package org.citybrain.samplecity.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.citybrain.kernel.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplingTest {
    private static final int RESIDENTS = 3_000;
    private static final int SMALL_BLOCK = 20;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void writesEveryTableItsScriptAndTheTruth() throws Exception {
        long rows = sampling("one", false).run();

        assertThat(rows).isGreaterThan(RESIDENTS * 9L);
        assertThat(folder.resolve("one/tax/taxpayer.copy")).isNotEmptyFile();
        assertThat(folder.resolve("one/tax/load.sql"))
                .content()
                .contains("CREATE TABLE", "\\copy public.taxpayer FROM");
        assertThat(Files.readAllLines(folder.resolve("one/truth/persons.copy")).stream()
                        .filter(line -> line.split("\t", -1)[5].equals("\\N")))
                .hasSize(RESIDENTS);
        assertThat(Files.readAllLines(folder.resolve("one/truth/tax.taxpayer.copy")))
                .hasSameSizeAs(Files.readAllLines(folder.resolve("one/tax/taxpayer.copy")))
                .allMatch(line -> line.matches("\\d+\tf\\d+"));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("3,000 residents", "MiB");
    }

    @Test
    void goesOnAtTheLastMarkAndEndsWithTheSameBytes() throws Exception {
        sampling("whole", false).run();
        Thread broken = new Thread(() -> {
            try {
                sampling("broken", false).run();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        broken.start();
        awaitMark(folder.resolve("broken/state.properties"), broken);
        broken.interrupt();
        broken.join();
        SampleState left = SampleState.read(folder.resolve("broken"), "");
        assertThat(left.blocks()).isPositive();

        sampling("broken", false).run();
        assertThat(bytes("broken")).isEqualTo(bytes("whole"));
    }

    @Test
    void packsTheSameRows() throws Exception {
        sampling("plain", false).run();
        sampling("packed", true).run();

        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(folder.resolve("packed/education/pupil.copy.gz")))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(folder.resolve("plain/education/pupil.copy")));
        }
    }

    @Test
    void refusesToMixTwoSamplesInOneFolder() throws Exception {
        sampling("one", false).run();
        assertThatThrownBy(() -> sampling("one", true).run())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("another sample");
    }

    private Sampling sampling(String name, boolean packed) {
        SampleWish wish = new SampleWish(
                RESIDENTS, folder.resolve(name), packed, 42, LocalDate.of(2026, 11, 1), Optional.empty());
        return new Sampling(wish, new PrintStream(said, true, StandardCharsets.UTF_8), SMALL_BLOCK);
    }

    private static void awaitMark(Path state, Thread running) throws InterruptedException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!Files.exists(state) && running.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
    }

    private Map<String, String> bytes(String name) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("state.properties"))
                    .toList()) {
                found.put(
                        folder.resolve(name).relativize(file).toString(),
                        Files.readString(file).hashCode() + " " + Files.size(file));
            }
        }
        return found;
    }
}
