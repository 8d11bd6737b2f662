package org.citybrain.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.Forked;
import org.citybrain.gateway.capture.FileSink;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in mid-crawl and in mid-file: every row arrives, none twice. */
class KilledOutletTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ROUNDS = 4;

    @TempDir
    private Path folder;

    private final Random random = new Random(11);

    private Process gateway(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(more));
        return Forked.start(OutletProcess.class, folder.resolve("log.txt"), arguments.toArray(String[]::new));
    }

    /** What intake would take of a resource; a gap or a repeat that differs fails. */
    private List<ChangeRecord> records(String resource) {
        try {
            List<ChangeRecord> records = new ArrayList<>();
            long last = 0;
            for (MemorySink.Message message : FileSink.read(folder.resolve("received"))) {
                SignedBatch batch = message.batch();
                if (message.key().equals(resource) && batch.header().sequence() > last) {
                    assertThat(batch.header().sequence()).as("no gap").isEqualTo(last + 1);
                    last = batch.header().sequence();
                    batch.records().forEach(record -> records.add(ChangeRecord.decode(record)));
                }
            }
            return records;
        } catch (IOException e) {
            return List.of();
        }
    }

    private Map<String, String> received(String resource) {
        Map<String, String> table = new TreeMap<>();
        for (ChangeRecord record : records(resource)) {
            String key = record.key().getFirst();
            if (record.op() == 'd') {
                assertThat(table.remove(key)).as("was there").isNotNull();
            } else {
                assertThat(table.put(key, record.after().get(1)) == null)
                        .as("an update has a row before")
                        .isEqualTo(record.op() != 'u');
            }
        }
        return table;
    }

    @Test
    void losesNothingWhenKilledInMidCrawl() throws Exception {
        Files.writeString(folder.resolve("source.yaml"), HttpSourceTest.DESCRIPTION);
        try (Bureau bureau = new Bureau()) {
            Map<String, String> truth = new TreeMap<>();
            for (int i = 1; i <= 1_500; i++) {
                bureau.put(i, "\"first\"");
                truth.put(Integer.toString(i), "first");
            }
            int asked = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Process process = gateway(bureau.url());
                int until = asked + 20 + random.nextInt(120);
                Eventually.eventually(LIMIT, "pages are read", () -> bureau.questions.get() > until);
                Forked.kill(process);
                asked = bureau.questions.get();
                for (int i = 0; i < 30; i++) {
                    int number = 1 + random.nextInt(1_600);
                    if (i % 5 == 0) {
                        bureau.delete(number);
                        truth.remove(Integer.toString(number));
                    } else {
                        bureau.put(number, "\"round " + round + "\"");
                        truth.put(Integer.toString(number), "round " + round);
                    }
                }
            }
            Process process = gateway(bureau.url());
            try {
                Eventually.eventually(
                        LIMIT, "the same rows", () -> received("d.incident").equals(truth));
            } finally {
                Forked.kill(process);
            }
        }
    }

    @Test
    void losesNothingWhenKilledInMidFile() throws Exception {
        Map<String, String> truth = new HashMap<>();
        for (int i = 1; i <= 40_000; i++) {
            truth.put(Integer.toString(i), "first");
        }
        deliver(truth);
        for (int round = 0; round < ROUNDS; round++) {
            long before = size();
            Process process = gateway();
            Eventually.eventually(LIMIT, "rows flow", () -> size() > before + 60_000);
            Thread.sleep(random.nextInt(200));
            Forked.kill(process);
            for (int i = 0; i < 4_000; i++) {
                String key = Integer.toString(1 + random.nextInt(41_000));
                if (i % 5 == 0) {
                    truth.remove(key);
                } else {
                    truth.put(key, "round " + round);
                }
            }
            deliver(truth);
        }
        Process process = gateway();
        try {
            Eventually.eventually(LIMIT, "the same rows", () -> received("d.t").equals(new TreeMap<>(truth)));
        } finally {
            Forked.kill(process);
        }
    }

    private long size() {
        try {
            return Files.size(folder.resolve("received"));
        } catch (IOException e) {
            return 0;
        }
    }

    private void deliver(Map<String, String> rows) throws IOException {
        StringBuilder text = new StringBuilder("id,v\n");
        rows.forEach((key, value) -> text.append(key).append(',').append(value).append('\n'));
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("t.tmp"), text);
        Files.move(folder.resolve("t.tmp"), folder.resolve("in/t.csv"), StandardCopyOption.ATOMIC_MOVE);
    }
}
