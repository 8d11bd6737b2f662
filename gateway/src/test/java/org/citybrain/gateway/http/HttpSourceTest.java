package org.citybrain.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.http.Bureau.Reply;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.OutboxException;
import org.citybrain.gateway.source.Announcer;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpSourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(12);
    static final String DESCRIPTION = """
            format: citybrain-http/1
            token: {path: /oauth/token, value: /access_token, seconds: /expires_in}
            paging: {page: page, size: size, first: 1, rows: 10}
            answer: {records: /data/records, total: /data/total, pages: /data/pages, time: /time, success: {at: /code, is: "0"}}
            every: PT0.2S
            full: PT1H
            tables:
            - table: incident
              path: /api/v1/incident
              since: {field: updated_at, parameter: updated_since, overlap: PT3S}
              keys: {path: /api/v1/incident/keys, every: PT0.3S}
              fields:
              - {name: no, type: bigint, key: true}
              - {name: place, type: text, nullable: true}
              - {name: fine, type: "numeric(10,2)", nullable: true}
              - {name: updated_at, type: timestamp without time zone, nullable: true}
            """;

    @TempDir
    private Path home;

    private final MemorySink sink = new MemorySink();
    private final Sm2.Signer signer = new Sm2.Signer(Sm2.newKeyPair().privateKeyHex());
    private final List<String> findings = new CopyOnWriteArrayList<>();
    private Bureau bureau;
    private Outbox outbox;
    private Thread running;

    @BeforeEach
    void open() throws Exception {
        bureau = new Bureau();
        Files.writeString(home.resolve("source.yaml"), DESCRIPTION);
        for (int i = 1; i <= 35; i++) {
            bureau.put(i, "\"place " + i + "\"");
        }
    }

    private void start() throws Exception {
        outbox = Outbox.open("d", "d@3609", signer, home.resolve("journal"), sink, Clock.systemUTC());
        HttpSource source = new HttpSource(
                "d",
                home.resolve("source.yaml"),
                new HttpAccess(bureau.url(), "gateway", "secret"),
                home.resolve("state"),
                new Health(),
                new Collector(),
                Clock.systemUTC(),
                Duration.ofMillis(20));
        running = Thread.ofPlatform().start(() -> {
            try {
                source.run(outbox);
            } catch (InterruptedException | OutboxException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void stop() throws Exception {
        running.interrupt();
        running.join(20_000);
        outbox.close();
    }

    @AfterEach
    void close() throws Exception {
        stop();
        bureau.close();
    }

    private final class Collector implements Announcer {
        @Override
        public void schema(String resource, SchemaVersion schema, String comment) {}

        @Override
        public void findings(String resource, List<Finding> found) {
            found.forEach(finding -> findings.add(finding.code()));
        }
    }

    /** The table that a receiver has by now. */
    private List<String> received() {
        TreeMap<Integer, String> table = new TreeMap<>();
        for (ChangeRecord record : sink.records("d.incident")) {
            int number = Integer.parseInt(record.key().getFirst());
            if (record.op() == 'd') {
                table.remove(number);
            } else {
                table.put(number, number + " \"" + record.after().get(1) + "\"");
            }
        }
        return new ArrayList<>(table.values());
    }

    private void same() {
        Eventually.eventually(LIMIT, "the same rows", () -> received().equals(bureau.table()));
    }

    private void found(String code) {
        Eventually.eventually(LIMIT, code + " in " + findings, () -> findings.contains(code));
    }

    @Test
    void followsInsertsUpdatesAndDeletesWithoutRepeating() throws Exception {
        start();
        same();
        bureau.put(36, "\"new\"");
        bureau.put(2, "\"moved\"");
        bureau.delete(7);
        same();
        assertThat(sink.records("d.incident")).hasSize(38);
        assertThat(sink.records("d.incident").getFirst().after())
                .containsExactly("1", "place 1", "100.00", "2026-11-01 08:00:01");
        assertThat(findings).isEmpty();
        assertThat(bureau.tokens).hasValue(1);
    }

    @Test
    void waitsOutLimitsOutagesAndResetsAndRenewsItsToken() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        bureau.lie = question -> switch (turn.incrementAndGet() % 7) {
            case 2 -> new Reply(429, "text/plain", "slow down");
            case 4 -> new Reply(503, "text/html", "<h1>maintenance</h1>");
            case 5 -> new Reply(0, "", "");
            default -> null;
        };
        start();
        same();
        bureau.endToken();
        bureau.put(40, "\"later\"");
        same();
        assertThat(bureau.tokens.get()).isGreaterThan(1);
        assertThat(findings).isEmpty();
    }

    @Test
    void goesOnInMidCrawlAfterAKill() throws Exception {
        bureau.lie = question -> question.page() == 3 ? new Reply(0, "", "") : null;
        start();
        Eventually.eventually(LIMIT, "two pages", () -> bureau.questions.get() > 4);
        stop();
        assertThat(sink.records("d.incident")).isEmpty();
        bureau.asked.clear();
        bureau.lie = question -> null;
        start();
        same();
        assertThat(bureau.asked.getFirst()).as("pages 1 and 2 were kept").contains("page=3");
        assertThat(sink.records("d.incident")).hasSize(35);
    }

    @Test
    void findsATotalThatIsTooHighAndDeletesNothing() throws Exception {
        bureau.addTotal = 4;
        start();
        found("GW-305");
        same();
        bureau.delete(3);
        bureau.put(50, "\"new\"");
        Eventually.eventually(LIMIT, "the new row", () -> received().contains("50 \"new\""));
        assertThat(received()).contains("3 \"place 3\"");
        bureau.addTotal = 0;
        same();
    }

    @Test
    void looksBehindALastPageThatIsDeclaredTooEarly() throws Exception {
        bureau.addPages = -1;
        bureau.addTotal = -5;
        start();
        found("GW-307");
        same();
    }

    @Test
    void seesPagesThatRepeat() throws Exception {
        String first =
                "{\"code\":0,\"time\":\"2026-11-01 08:00:35\",\"data\":{\"total\":35,\"pages\":4,\"records\":[{\"no\":1,\"place\":\"place 1\",\"fine\":1,\"updated_at\":null}]}}";
        bureau.lie = question -> question.path().endsWith("/keys") ? null : Reply.json(first);
        start();
        found("GW-306");
        bureau.lie = question -> null;
        same();
    }

    @Test
    void setsBadPagesAndBadRowsAsideAndTakesTheRest() throws Exception {
        bureau.lie = question -> switch (question.page()) {
            case 2 -> question.path().endsWith("/keys") ? null : Reply.json("{\"code\":0,");
            case 3 ->
                question.path().endsWith("/keys")
                        ? null
                        : Reply.json(question.answer()
                                .replace("\"place 25\"", "{\"a\":1}")
                                .replace("\"place\":\"place 26\",", ""));
            case 4 ->
                question.path().endsWith("/keys")
                        ? null
                        : Reply.json(question.answer().replace("\"no\":31", "\"no\":null"));
            default -> null;
        };
        start();
        found("GW-303");
        found("GW-308");
        found("GW-309");
        found("GW-310");
        Eventually.eventually(LIMIT, "the good rows", () -> received().size() == 22);
        bureau.lie = question -> null;
        same();
    }

    @Test
    void takesAnErrorInsideAnAnswerAndAPageOfHtmlForNoRows() throws Exception {
        start();
        same();
        bureau.lie = question -> question.path().endsWith("/keys")
                ? new Reply(200, "text/html", "<h1>login</h1>")
                : Reply.json("{\"code\":500,\"data\":{\"total\":0,\"pages\":0,\"records\":[]}}");
        found("GW-304");
        found("GW-302");
        assertThat(received()).hasSize(35);
        bureau.lie = question -> null;
        bureau.delete(9);
        same();
    }

    @Test
    void keepsATableThatSeemsToHaveGoneAtOnce() throws Exception {
        for (int i = 36; i <= 150; i++) {
            bureau.put(i, "\"place " + i + "\"");
        }
        start();
        same();
        bureau.lie = question -> question.path().endsWith("/keys")
                ? Reply.json(
                        "{\"code\":0,\"time\":\"2026-11-01 08:02:30\",\"data\":{\"total\":0,\"pages\":0,\"records\":[]}}")
                : null;
        found("GW-313");
        assertThat(received()).hasSize(150);
    }

    @Test
    void readsEverythingAgainForARowThatOnlyTheListOfKeysShows() throws Exception {
        start();
        same();
        bureau.putBackdated(36, "\"late\"");
        same();
    }

    @Test
    void losesNothingWhilePagesMoveUnderTheCrawl() throws Exception {
        AtomicInteger next = new AtomicInteger(100);
        AtomicInteger gone = new AtomicInteger(1);
        bureau.lie = question -> {
            if (next.get() < 160) {
                bureau.put(next.incrementAndGet(), "\"born\"");
                if (next.get() % 3 == 0) {
                    bureau.delete(gone.getAndIncrement());
                }
            }
            return null;
        };
        start();
        Eventually.eventually(LIMIT, "all born", () -> next.get() >= 160);
        same();
        List<String> seen = sink.records("d.incident").stream()
                .filter(record -> record.op() != 'd')
                .map(record -> record.key() + " " + record.after())
                .toList();
        assertThat(seen).doesNotHaveDuplicates();
    }
}
