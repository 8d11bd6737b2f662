package org.citybrain.launcher.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.citybrain.launcher.shell.Folders;
import org.citybrain.launcher.shell.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TemporaryHomeTest {

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
        assertThat(lines).contains("stopped while the file was there: true");
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName()));
        command.addAll(List.of(words));
        Process holder = new ProcessBuilder(command).redirectErrorStream(true).start();
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
}
