package org.citybrain.streaming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.pool.PoolTables;
import org.citybrain.streaming.reconcile.Reconciliation;

/**
 * Reconciles tables of the departments' server with the pool: {@code --config FILE}; each line of standard input,
 * {@code RESOURCE DATABASE TABLE SEQUENCE}, is answered by one line of JSON, after the pool has that sequence of lane 0.
 */
public final class ReconcileMain {
    private static final long LOOK_AGAIN_MILLIS = 50;

    private ReconcileMain() {}

    /** What is asked. */
    private record Question(String resource, String database, String table, long sequence) {
        static Question of(String line) {
            String[] words = line.split(" ", -1);
            return new Question(words[0], words[1], words[2], Long.parseLong(words[3]));
        }
    }

    /** Ends with standard input. */
    public static void main(String[] args) throws Exception {
        HomeConfig config = HomeConfig.fromArguments(args);
        System.out.println("READY");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(new String(WireJson.write(answer(config, Question.of(line))), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Object> answer(HomeConfig config, Question question) throws Exception {
        String warehouse = config.get("pool.dir");
        long asked = System.nanoTime();
        awaitCommit(warehouse, question);
        long committed = System.nanoTime();
        String url = "jdbc:postgresql://127.0.0.1:" + config.getInt("dept.pg.port") + "/" + question.database();
        Reconciliation.Result result = Reconciliation.of(
                () -> DriverManager.getConnection(url, "postgres", config.get("dept.pg.admin.password")),
                question.table(),
                warehouse,
                question.resource());
        return Map.of(
                "result",
                result,
                "commitSeconds",
                (committed - asked) / 1e9,
                "compareSeconds",
                (System.nanoTime() - committed) / 1e9);
    }

    private static void awaitCommit(String warehouse, Question question) throws Exception {
        try (PoolTables tables = PoolTables.open(warehouse)) {
            while (!tables.has(PoolTables.standard(question.resource()))
                    || tables.lanePosition(question.resource(), 0) < question.sequence()) {
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
