package org.citybrain.gateway.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.health.Health;
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

class FolderSourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    private final MemorySink sink = new MemorySink();
    private final Sm2.Signer signer = new Sm2.Signer(Sm2.newKeyPair().privateKeyHex());
    private final List<String> findings = new CopyOnWriteArrayList<>();
    private final Health health = new Health();
    private int ticks;
    private Outbox outbox;
    private Thread running;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(home.resolve("in"));
        outbox = Outbox.open("d", "d@3609", signer, home.resolve("journal"), sink, Clock.systemUTC());
        FolderSource source = new FolderSource(
                "d", home.resolve("in"), home.resolve("state"), health, new Collector(), Clock.systemUTC());
        running = Thread.ofPlatform().start(() -> {
            try {
                source.run(outbox);
            } catch (InterruptedException | OutboxException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        running.interrupt();
        running.join(20_000);
        outbox.close();
    }

    private final class Collector implements Announcer {
        @Override
        public void schema(String resource, SchemaVersion schema, String comment) {}

        @Override
        public void findings(String resource, List<Finding> found) {
            found.forEach(finding -> findings.add(resource + " " + finding.code() + " " + finding.place()));
        }
    }

    private void put(String name, String text) throws Exception {
        Path file = home.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        if (name.endsWith(".gz")) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } else {
            Files.writeString(file, text);
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_790_000_000_000L + ++ticks * 1_000L));
    }

    private List<String> changes(String resource, int count) {
        Eventually.eventually(LIMIT, resource, () -> sink.records(resource).size() >= count);
        return sink.records(resource).stream().map(FolderSourceTest::shown).toList();
    }

    private static String shown(ChangeRecord record) {
        return record.op() + " " + (record.after() == null ? record.before() : record.after());
    }

    @Test
    void sendsAFileOnceAndOfAChangedOneOnlyWhatDiffers() throws Exception {
        put("people.csv", "id,name\n1,a\n2,b\n3,c\n");
        assertThat(changes("d.people", 3)).containsExactly("r [1, a]", "r [2, b]", "r [3, c]");
        put("people.csv", "id,name\n1,a\n2,b\n3,c\n");
        put("people.csv", "id,name\n4,d\n3,cc\n1,a\n");
        assertThat(changes("d.people", 6).subList(3, 6)).containsExactly("d [2, b]", "u [3, cc]", "c [4, d]");
        restart();
        put("people.csv", "id,name\n4,d\n");
        assertThat(changes("d.people", 8).subList(6, 8)).containsExactlyInAnyOrder("d [3, cc]", "d [1, a]");
    }

    @Test
    void countsEqualRowsOfATableWithoutKey() throws Exception {
        put("sub/visits.csv.gz", "town,kind\nx,1\nx,1\ny,2\nx,3\n");
        assertThat(changes("d.sub_visits", 4)).hasSize(4);
        put("sub/visits.csv.gz", "town,kind\nx,1\ny,2\ny,2\nx,3\n");
        assertThat(changes("d.sub_visits", 6).subList(4, 6)).containsExactly("d [x, 1]", "c [y, 2]");
    }

    @Test
    void startsAnewUnderANewHeader() throws Exception {
        put("t.csv", "id,a\n1,x\n");
        changes("d.t", 1);
        put("t.csv", "id,a,b\n1,x,y\n");
        assertThat(changes("d.t", 3)).containsExactly("r [1, x]", "d [1, x]", "c [1, x, y]");
        assertThat(sink.accepted("d.t")).hasSize(3);
    }

    @Test
    void tellsFindingsAndSendsTheGoodRows() throws Exception {
        put("bad.csv", "id,v\n1,a\n1,b\n2\n3,c\n");
        assertThat(changes("d.bad", 2)).containsExactly("r [1, a]", "r [3, c]");
        assertThat(findings).containsExactly("d.bad GW-205 bad.csv:4", "d.bad GW-207 bad.csv:3");
    }

    @Test
    void goesOnWithTheSamePlanAfterAKill() throws Exception {
        put("big.csv", "id,v\n1,a\n2,b\n");
        changes("d.big", 2);
        Eventually.eventually(
                LIMIT,
                "state",
                () -> Files.exists(home.resolve("state/big.state")) && !Files.exists(home.resolve("state/big.plan")));
        sink.refuse(message -> true);
        put("big.csv", "id,v\n1,a2\n3,c\n");
        Eventually.eventually(LIMIT, "plan", () -> Files.exists(home.resolve("state/big.plan")));
        stop();
        sink.refuse(message -> false);
        // the file changes once more while the gateway is down
        put("big.csv", "id,v\n1,a3\n3,c\n");
        start();
        assertThat(changes("d.big", 6).subList(2, 6)).containsExactly("u [1, a2]", "d [2, b]", "c [3, c]", "u [1, a3]");
    }

    private void restart() throws Exception {
        stop();
        start();
    }
}
