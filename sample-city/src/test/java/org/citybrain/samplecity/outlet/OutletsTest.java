package org.citybrain.samplecity.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.clock.CityClock;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.seed.DepartmentServer;
import org.citybrain.samplecity.seed.Seeding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path home;

    private static DepartmentServer server;
    private static CityConfig config;
    private static String url;

    @BeforeAll
    static void seed() throws Exception {
        server = new DepartmentServer();
        try (ServerSocket free = new ServerSocket(0)) {
            url = "http://127.0.0.1:" + free.getLocalPort();
        }
        Map<String, String> more = new TreeMap<>(server.settings(home, 400).startingWith(""));
        more.put("dept.education.outbox", home.resolve("outbox").toString());
        more.put("dept.urban_management.http.url", url);
        more.put(
                "dept.urban_management.http.source",
                home.resolve("urban/source.yaml").toString());
        more.put("dept.urban_management.http.client", "gateway");
        more.put("dept.urban_management.http.secret", "secret");
        more.put("city.speed", "3600");
        config = CityConfig.of(HomeConfig.of(more));
        new Seeding(config, System.out).run();
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    private static long count(String department, String table) throws Exception {
        try (Connection connection = config.department(department).open();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String department, String sql) throws Exception {
        try (Connection connection = config.department(department).open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(Path file) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("in time: " + file).isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    void exportsEverythingOnceAndThenWhatChanged() throws Exception {
        Path outbox = home.resolve("outbox");
        try (CityClock clock = new CityClock(config);
                FolderExport export =
                        new FolderExport(config.department("education"), "education", outbox, clock, System.out)) {
            export.start();
            await(outbox.resolve("student_aid.csv"));
            assertThat(outbox.resolve("citybrain.yaml")).exists();
            List<String> full = Files.readAllLines(outbox.resolve("pupil.000001.full.csv"));
            assertThat(full).hasSize((int) count("education", "pupil") + 1);
            assertThat(Files.readAllLines(outbox.resolve("student_aid.csv"), Charset.forName("GBK")))
                    .hasSize((int) count("education", "student_aid") + 1);
            assertThat(outbox.resolve("school.xlsx")).isNotEmptyFile();
            assertThat(outbox.resolve("teacher.xlsx")).isNotEmptyFile();

            execute("education", "DELETE FROM pupil WHERE pupil_no = (SELECT min(pupil_no) FROM pupil)");
            execute("education", "UPDATE pupil SET status = '休学' WHERE pupil_no = (SELECT max(pupil_no) FROM pupil)");
            Path changes = outbox.resolve("pupil.000002.changes.csv");
            await(changes);
            if (Files.readAllLines(changes).size() < 3) {
                await(outbox.resolve("pupil.000003.changes.csv"));
            }
            String text = Files.readString(changes)
                    + (Files.exists(outbox.resolve("pupil.000003.changes.csv"))
                            ? Files.readString(outbox.resolve("pupil.000003.changes.csv"))
                            : "");
            assertThat(text)
                    .startsWith("操作,pupil_no,")
                    .contains("删除,")
                    .contains("修改,")
                    .contains("休学");
        }
        assertThat(Files.list(outbox)).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    private static HttpResponse<String> get(HttpClient http, String path, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersPageByPageToThoseWhoHaveAToken() throws Exception {
        try (CityClock clock = new CityClock(config);
                HttpInterface open = new HttpInterface(
                        config.department("urban_management"),
                        "urban_management",
                        config.door("urban_management").orElseThrow(),
                        clock);
                HttpClient http = HttpClient.newHttpClient()) {
            assertThat(get(http, "/api/v1/incident?page=1", "wrong").statusCode())
                    .isEqualTo(401);
            JsonNode token = JSON.readTree(http.send(
                            HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "grant_type=client_credentials&client_id=gateway&client_secret=secret"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            String bearer = token.path("access_token").asText();
            long total = count("urban_management", "grid_cell");
            JsonNode first = JSON.readTree(
                    get(http, "/api/v1/grid_cell?page=1&size=10", bearer).body());
            assertThat(first.at("/data/total").asLong()).isEqualTo(total);
            assertThat(first.at("/data/pages").asLong()).isEqualTo((total + 9) / 10);
            assertThat(first.at("/data/records")).hasSize(10);
            assertThat(JSON.readTree(get(http, "/api/v1/grid_cell/keys?page=1&size=5", bearer)
                                    .body())
                            .at("/data/records/0")
                            .isNumber())
                    .isTrue();
            assertThat(home.resolve("urban/source.yaml")).content().contains("citybrain-http/1", "grid_cell/keys");

            Files.writeString(home.resolve("urban/mood"), "grid_cell total+7\n");
            assertThat(JSON.readTree(get(http, "/api/v1/grid_cell?page=1&size=10", bearer)
                                    .body())
                            .at("/data/total")
                            .asLong())
                    .isEqualTo(total + 7);
        }
    }
}
