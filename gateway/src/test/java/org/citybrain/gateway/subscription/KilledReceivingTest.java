package org.citybrain.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.citybrain.gateway.Forked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is killed again and again while it receives; every row is compared in the end. */
class KilledReceivingTest {
    private static final int BATCHES = 400;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndDoesNothingTwice() throws Exception {
        Map<Integer, String> truth = writeMessages();
        int kills = 0;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            Patience patience = new Patience();
            while (!Files.exists(folder.resolve("done"))) {
                Process process = start(postgres.getPort());
                long before = applied(postgres);
                try {
                    // killed only after it has done something, so that it comes to an end
                    while (process.isAlive() && patience.sees(applied(postgres)) < before + 60) {
                        process.waitFor(5, TimeUnit.MILLISECONDS);
                    }
                } finally {
                    if (process.isAlive() && !Files.exists(folder.resolve("done"))) {
                        process.destroyForcibly();
                        kills++;
                    }
                    process.waitFor();
                }
            }
            assertThat(kills).isGreaterThan(2);
            assertThat(rows(postgres)).isEqualTo(truth);
            assertThat(applied(postgres)).isEqualTo(BATCHES + 1);
        }
    }

    /** Lasts while batches keep coming, however slow the machine is. */
    private static final class Patience {
        private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(2);
        private static final Duration ALTOGETHER = Duration.ofMinutes(20);

        private final Instant begin = Instant.now();
        private Instant progress = begin;
        private long seen;

        long sees(long applied) {
            Instant now = Instant.now();
            if (applied > seen) {
                seen = applied;
                progress = now;
            }
            if (now.isAfter(progress.plus(WITHOUT_PROGRESS)) || now.isAfter(begin.plus(ALTOGETHER))) {
                throw new AssertionError(
                        applied + " batches after " + Duration.between(begin, now) + ", the last at " + progress);
            }
            return applied;
        }
    }

    private Map<Integer, String> writeMessages() throws Exception {
        Map<Integer, String> truth = new TreeMap<>();
        SentRows sent = new SentRows("firms");
        Random dice = new Random(7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        write(out, sent.lay());
        for (int batch = 0; batch < BATCHES; batch++) {
            String[] rows = new String[20];
            for (int i = 0; i < rows.length; i++) {
                int id = dice.nextInt(900);
                if (dice.nextInt(4) == 0) {
                    truth.remove(id);
                    rows[i] = "-" + id;
                } else {
                    truth.put(id, "批" + batch + "行" + i);
                    rows[i] = id + ",批" + batch + "行" + i + ",1,null";
                }
            }
            write(out, sent.rows(rows));
        }
        Files.write(folder.resolve("messages"), bytes.toByteArray());
        Files.write(folder.resolve("keys"), SentRows.keys());
        return truth;
    }

    private static void write(DataOutputStream out, byte[] message) throws Exception {
        out.writeInt(message.length);
        out.write(message);
    }

    private Process start(int port) throws Exception {
        return Forked.start(ReceivingProcess.class, folder.resolve("log"), folder.toString(), Integer.toString(port));
    }

    private static long applied(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("SELECT to_regclass('citybrain_received.applied')")) {
                there.next();
                if (there.getString(1) == null) {
                    return 0;
                }
            }
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM citybrain_received.applied")) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    private static Map<Integer, String> rows(EmbeddedPostgres postgres) throws Exception {
        Map<Integer, String> rows = new TreeMap<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT id, name FROM citybrain_received.firms_table")) {
            while (found.next()) {
                rows.put(found.getInt(1), found.getString(2));
            }
        }
        return rows;
    }
}
