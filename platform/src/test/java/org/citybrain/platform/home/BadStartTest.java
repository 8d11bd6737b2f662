package org.citybrain.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.platform.PlatformMain;
import org.citybrain.platform.TestDatabase;
import org.citybrain.platform.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that cannot start says why in one plain sentence and ends with a status other than 0. */
class BadStartTest {

    @TempDir
    private Path folder;

    @Test
    void namesAMissingConfiguration() throws Exception {
        assertThat(run("--config", folder.resolve("none.properties").toString()))
                .contains("Cannot read the configuration");
        assertThat(run()).contains("Start this process with --config FILE");
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                ServerSocket kafka = new ServerSocket(0)) {
            Map<String, String> home = TestHome.values(TestDatabase.fresh(), taken.getLocalPort());
            home.put("kafka.bootstrap", "127.0.0.1:" + kafka.getLocalPort());
            Path file = folder.resolve("citybrain.properties");
            Files.writeString(
                    file,
                    home.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("\n")));
            assertThat(run("--config", file.toString()))
                    .contains("Port " + taken.getLocalPort() + " is taken by another program");
        }
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                PlatformMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        return output;
    }
}
