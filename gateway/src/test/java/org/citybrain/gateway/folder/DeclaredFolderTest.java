package org.citybrain.gateway.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citybrain.gateway.folder.XlsxBook.blank;
import static org.citybrain.gateway.folder.XlsxBook.number;
import static org.citybrain.gateway.folder.XlsxBook.text;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

class DeclaredFolderTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String DESCRIPTION = PupilFiles.DESCRIPTION + """
            - table: school
              file: school.xlsx
              sheet: 学校
              fields:
              - {name: no, title: 编号, type: bigint, key: true}
              - {name: name, title: 姓名, type: text, nullable: true}
            """;

    @TempDir
    private Path home;

    private final MemorySink sink = new MemorySink();
    private final List<String> findings = new CopyOnWriteArrayList<>();
    private Outbox outbox;
    private Thread running;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(home.resolve("in"));
        Files.writeString(home.resolve("in/citybrain.yaml"), DESCRIPTION);
        Sm2.Signer signer = new Sm2.Signer(Sm2.newKeyPair().privateKeyHex());
        outbox = Outbox.open("d", "d@3609", signer, home.resolve("journal"), sink, Clock.systemUTC());
        FolderSource source = new FolderSource(
                "d", home.resolve("in"), home.resolve("state"), new Health(), new Collector(), Clock.systemUTC());
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
            found.forEach(finding -> findings.add(finding.code() + " " + finding.place()));
        }
    }

    private void deliver(String name, byte[] content) throws Exception {
        Files.write(home.resolve("beside"), content);
        Files.move(home.resolve("beside"), home.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void deliver(String name, String content) throws Exception {
        deliver(name, content.getBytes(Charset.forName("GBK")));
    }

    private List<String> table(String resource) {
        TreeMap<String, String> rows = new TreeMap<>();
        for (ChangeRecord record : sink.records(resource)) {
            String key = record.key().getFirst();
            if (record.op() == 'd') {
                rows.remove(key);
            } else {
                rows.put(key, record.after().toString());
            }
        }
        return new ArrayList<>(rows.values());
    }

    private void becomes(String resource, String... rows) {
        Eventually.eventually(LIMIT, resource, () -> table(resource).equals(List.of(rows)));
    }

    private void found(String finding) {
        Eventually.eventually(LIMIT, finding + " in " + findings, () -> findings.contains(finding));
    }

    @Test
    void followsAFullFileByItsChangesNumberByNumber() throws Exception {
        deliver("pupil.000001.full.csv", "编号,姓名\n1,张三\n2,李四\n3,\n");
        becomes("d.pupil", "[1, 张三]", "[2, 李四]", "[3, null]");
        deliver("pupil.000003.changes.csv", "操作,no,name\n新增,9,后来\n");
        found("GW-217 pupil.000003.changes.csv");
        deliver("pupil.000002.changes.csv", "操作,no,name\n修改,1,张三三\n删除,2,\n新增,4,王五\n新增,5,走\n删除,5,\n升级,1,x\n");
        becomes("d.pupil", "[1, 张三三]", "[3, null]", "[4, 王五]", "[9, 后来]");
        found("GW-215 pupil.000002.changes.csv:7");
        deliver("pupil.000004.full.csv", "编号,姓名\n1,张三三\n9,后来\n");
        becomes("d.pupil", "[1, 张三三]", "[9, 后来]");
        assertThat(findings).filteredOn(finding -> finding.startsWith("GW-217")).hasSize(1);
    }

    @Test
    void keepsWhatWasSentOfARowThatCannotBeRead() throws Exception {
        deliver("pupil.000001.full.csv", "编号,姓名\n1,张三\n2,李四\n3,王五\n");
        becomes("d.pupil", "[1, 张三]", "[2, 李四]", "[3, 王五]");
        deliver("pupil.000002.full.csv", "编号,姓名\n1,a\0b\n3,王五五\n");
        becomes("d.pupil", "[1, 张三]", "[3, 王五五]");
        deliver("pupil.000003.full.csv", "编号,姓名\n3,王五五,多\n1,张三\n");
        found("GW-216 pupil.000003.full.csv");
        assertThat(table("d.pupil")).containsExactly("[1, 张三]", "[3, 王五五]");
    }

    @Test
    void takesTheDeclaredSheetAndChangesNothingWhenItComesAgain() throws Exception {
        XlsxBook book = new XlsxBook();
        book.sheet("说明").row(text("请勿修改"));
        book.sheet("学校")
                .row(text("全市学校"))
                .row(text("姓名"), text("编号"), text("备注"))
                .row(text("一小"), number("1"), text("x"))
                .row(text("二小"), number("2"), text("y"))
                .row(text("三小"), blank(), text("z"));
        deliver("school.xlsx", Files.readAllBytes(book.write(home.resolve("b.xlsx"))));
        becomes("d.school", "[1, 一小]", "[2, 二小]");
        found("GW-213 school.xlsx");
        found("GW-214 school.xlsx:5");
        int sent = sink.records("d.school").size();
        book.sheet("附录").row(text("无"));
        deliver("school.xlsx", Files.readAllBytes(book.write(home.resolve("b.xlsx"))));
        Eventually.eventually(
                LIMIT,
                "taken again",
                () -> findings.stream().filter("GW-213 school.xlsx"::equals).count() == 2);
        assertThat(sink.records("d.school")).hasSize(sent);
    }
}
