package org.citybrain.platform.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import tools.jackson.databind.json.JsonMapper;

class RawRefusalsTest {

    private WebServer server;

    @BeforeEach
    void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new RawRefusals(JsonMapper.builder().build()).customize(factory);
        server = factory.getWebServer();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        server.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/x%2fy, 400, bad-request",
        "GET /api/x%00y, 400, bad-request",
        "GET /api/%zz, 400, bad-request",
        "TRACE /api/x, 405, method-not-allowed"
    })
    void answersWhatTheServerItselfRefusesAsAProblem(String line, int status, String code) throws Exception {
        String answer = ask(line);
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"code\":\"" + code + "\"")
                .doesNotContainIgnoringCase("<html")
                .doesNotContainIgnoringCase("tomcat");
    }

    private String ask(String line) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
