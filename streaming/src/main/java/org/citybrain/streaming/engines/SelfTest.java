package org.citybrain.streaming.engines;

import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.util.CloseableIterator;

/**
 * One small SQL job before any other: a part missing from the classpath ends Flink's only task manager, and every
 * other job with it, so it must show before the city's jobs run.
 */
public final class SelfTest {
    private SelfTest() {}

    /**
     * Runs the job.
     *
     * @throws BadStartException when SQL does not run on the cluster
     */
    public static void run(Address rest) {
        Configuration c = FlinkRest.target(rest);
        c.setString("pipeline.name", "self-test");
        TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.newInstance()
                .inBatchMode()
                .withConfiguration(c)
                .build());
        try {
            TableResult result = tables.executeSql("SELECT SUM(x) FROM (VALUES (1), (2)) AS t(x)");
            result.await(60, TimeUnit.SECONDS);
            try (CloseableIterator<?> rows = result.collect()) {
                if (!rows.hasNext()) {
                    throw new BadStartException("Flink's self-test gave no row; see the log of the engines process.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadStartException("Interrupted during Flink's self-test", e);
        } catch (BadStartException e) {
            throw e;
        } catch (Exception e) {
            throw new BadStartException("Flink's self-test failed: " + e.getMessage(), e);
        }
    }
}
