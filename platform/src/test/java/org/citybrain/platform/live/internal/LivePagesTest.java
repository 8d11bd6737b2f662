package org.citybrain.platform.live.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.citybrain.platform.RunningPlatform;
import org.citybrain.platform.TestDatabase;
import org.citybrain.platform.TestHome;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Many open pages over HTTP hear of changes, and only of those that were committed. */
class LivePagesTest {

    private static final int PAGES = 100;

    @Test
    void tellsAHundredPagesOfACommittedChangeAndForgetsThoseWhoLeft() {
        Map<String, String> home = TestHome.values(TestDatabase.fresh(), RunningPlatform.freePort());
        try (RunningPlatform platform = RunningPlatform.start(home);
                HttpClient http = HttpClient.newHttpClient()) {
            LiveHub hub = platform.get(LiveHub.class);
            List<Queue<String>> heard = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                heard.add(follow(http, home));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> hub.size() == PAGES);
            TransactionTemplate transactions = platform.get(TransactionTemplate.class);
            transactions.executeWithoutResult(status -> {
                hub.changed("never");
                status.setRollbackOnly();
            });
            for (int burst = 0; burst < 50; burst++) {
                transactions.executeWithoutResult(status -> hub.changed("todo"));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> heard.stream()
                            .allMatch(lines -> lines.stream().anyMatch(line -> line.contains("{\"topic\":\"todo\"}"))));
            assertThat(heard).allSatisfy(lines -> {
                assertThat(lines).noneMatch(line -> line.contains("never"));
                assertThat(lines).filteredOn(line -> line.startsWith("data:")).hasSizeLessThan(10);
            });
            http.shutdownNow();
        }
    }

    private static Queue<String> follow(HttpClient http, Map<String, String> home) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(home.get("platform.url") + "/api/events"))
                .header("Authorization", "Bearer " + TestHome.MACHINE_TOKEN)
                .build();
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        answer.thenAccept(response -> Thread.ofVirtual().start(() -> read(response.body(), lines)));
        return lines;
    }

    private static void read(Stream<String> body, Queue<String> lines) {
        try (body) {
            body.forEach(lines::add);
        } catch (RuntimeException gone) {
            lines.add(":closed");
        }
    }
}
