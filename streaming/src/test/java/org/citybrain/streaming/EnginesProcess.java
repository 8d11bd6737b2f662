package org.citybrain.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The engines as a process of their own over a temporary home, so that kill -9 is a real one. */
final class EnginesProcess implements AutoCloseable {
    final Map<String, String> config = new TreeMap<>();
    private final Path home;
    private Process process;

    EnginesProcess(Path home, String pgUrl) throws IOException {
        this.home = home;
        int kafka = freePort();
        config.put("home", home.toString());
        config.put("city.node", "3609");
        config.put("pg.url", pgUrl);
        config.put("pg.user", "postgres");
        config.put("pg.password", "postgres");
        config.put("kafka.bootstrap", "127.0.0.1:" + kafka);
        config.put("kafka.controller.port", Integer.toString(freePort()));
        config.put("flink.rest", "127.0.0.1:" + freePort());
        config.put("engines.health.port", Integer.toString(freePort()));
        config.put("opaque.key", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        config.put("pool.dir", home.resolve("pool").toString());
        config.put("checkpoints.dir", home.resolve("checkpoints").toString());
        config.put("checkpoints.interval.ms", "2000");
        config.put("gateway.a.departments", "civil_affairs,health_insurance");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String bootstrap() {
        return config.get("kafka.bootstrap");
    }

    String poolDir() {
        return config.get("pool.dir");
    }

    void start() throws IOException {
        Path file = home.resolve("citybrain.properties");
        StringBuilder text = new StringBuilder();
        config.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        Files.writeString(file, text);
        Path log = home.resolve("engines.log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.citybrain.streaming.EnginesMain",
                        "--config",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        eventually("engines are ready", 240, () -> health().contains("\"intake\":\"RUNNING\""));
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** SIGTERM; answers how long it took. */
    Duration stop() throws InterruptedException {
        long from = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    String health() {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://127.0.0.1:" + config.get("engines.health.port") + "/health"))
                                    .timeout(Duration.ofSeconds(2))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something is so, at most some seconds. */
    static void eventually(String what, int seconds, BooleanSupplier so) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s within %d s", what, seconds).isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
        }
    }
}
