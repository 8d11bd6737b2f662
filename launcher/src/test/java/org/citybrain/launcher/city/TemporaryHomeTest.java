package org.citybrain.launcher.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.citybrain.launcher.shell.Folders;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TemporaryHomeTest {

    /** A process that fails before anything of a temporary home has begun. */
    static final class Failing {

        private Failing() {}

        public static void main(String[] args) throws Exception {
            try (TemporaryHome home = TemporaryHome.create(false, new Terminal(System.out))) {
                System.out.println(home.folder());
                throw new PlainFailure("no room", "");
            } catch (PlainFailure failure) {
                System.out.println(failure.getMessage());
                System.exit(1);
            }
        }
    }

    /** A process that holds a temporary home with something in it, until it is asked to end. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (TemporaryHome home = TemporaryHome.create(args.length > 0, new Terminal(System.out))) {
                Path file =
                        Files.createDirectory(home.folder().resolve("postgres")).resolve("secret");
                Files.writeString(file, "a password");
                home.holds(() -> System.out.println("stopped while the file was there: " + Files.exists(file)));
                System.out.println(home.folder());
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    void isRemovedWhenItsProcessIsAskedToEnd() throws Exception {
        List<String> lines = new ArrayList<>();
        Path home = endedByTerm(lines);

        assertThat(home).doesNotExist();
        assertThat(lines)
                .contains("stopped while the file was there: true")
                .anyMatch(line -> line.contains("all stopped"));
    }

    @Test
    void tellsOfNothingStoppedWhereNothingHadBegun() throws Exception {
        Process failing = start(Failing.class, List.of());
        try (BufferedReader out = failing.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines().toList();
            assertThat(lines).hasSize(2).endsWith("no room");
            assertThat(Path.of(lines.getFirst())).doesNotExist();
            assertThat(failing.waitFor()).isEqualTo(1);
        } finally {
            failing.destroyForcibly();
        }
    }

    @Test
    void staysWhenItIsToBeKept() throws Exception {
        List<String> lines = new ArrayList<>();
        Path home = endedByTerm(lines, "--keep");

        assertThat(home.resolve("postgres/secret")).hasContent("a password");
        assertThat(lines).anyMatch(line -> line.contains("the home is kept: " + home));
        Folders.deleteTree(home);
    }

    /** Lets a holder begin, asks it to end as TERM does, and gives back where its home was. */
    private static Path endedByTerm(List<String> lines, String... words) throws Exception {
        Process holder = start(Holder.class, List.of(words));
        try (BufferedReader out = holder.inputReader(StandardCharsets.UTF_8)) {
            Path home = Path.of(out.readLine());
            assertThat(home).isDirectory();
            holder.toHandle().destroy(); // the process itself would close its streams at once
            out.lines().forEach(lines::add);
            assertThat(holder.waitFor()).isEqualTo(143);
            return home;
        } finally {
            holder.destroyForcibly();
        }
    }

    private static Process start(Class<?> program, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(words);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
