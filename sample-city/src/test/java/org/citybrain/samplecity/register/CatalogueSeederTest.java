package org.citybrain.samplecity.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueSeederTest {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    private volatile int status = 201;
    private HttpServer platform;

    @BeforeEach
    void listen() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/api", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            byte[] answer = "{\"code\":\"refused\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void close() {
        platform.stop(0);
    }

    @Test
    void registersEveryResourceWithTheMachineToken() throws Exception {
        assertThat(subject().run()).isEqualTo(66);
        assertThat(heard).hasSize(78).allMatch(h -> h.contains(" Bearer secret {"));
        assertThat(heard.peek()).startsWith("/api/departments ").contains("公安局");
        assertThat(heard).anyMatch(h -> h.contains("\"resource\":\"health_insurance.settlement\""));
    }

    @Test
    void leavesAloneWhatTheCatalogueHas() throws Exception {
        status = 200;
        assertThat(subject().run()).isZero();
        status = 409;
        assertThat(subject().run()).isZero();
    }

    @Test
    void saysWhatTheCatalogueRefused() {
        status = 422;
        assertThatThrownBy(() -> subject().run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("public_security")
                .hasMessageContaining("422");
    }

    @Test
    void saysThatThePlatformDoesNotAnswer() {
        platform.stop(0);
        assertThatThrownBy(() -> subject().run()).hasMessageContaining("does not answer");
    }

    private CatalogueSeeder subject() {
        String url = "http://127.0.0.1:" + platform.getAddress().getPort();
        return new CatalogueSeeder(
                CityConfig.of(HomeConfig.of(Map.of(
                        "platform.url",
                        url,
                        "platform.machine.token",
                        "secret",
                        "city.departments",
                        String.join(",", CityTables.DEPARTMENTS)))),
                out);
    }
}
