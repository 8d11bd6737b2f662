package org.citybrain.streaming.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings common to every job: where it goes, how it checkpoints, restarts, and from what it begins. */
public final class JobSettings {
    private static final Logger LOG = LoggerFactory.getLogger(JobSettings.class);

    private final Address rest;
    private final Checkpoints checkpoints;
    private final Duration interval;
    private final List<String> jars;

    /**
     * Settings for jobs of one cluster.
     *
     * @param rest the cluster
     * @param checkpoints where they are kept
     * @param interval time between two checkpoints: what the pool lags behind
     * @param jars shipped with each job; empty when the cluster has this code on its classpath
     */
    public JobSettings(Address rest, Checkpoints checkpoints, Duration interval, List<String> jars) {
        this.rest = rest;
        this.checkpoints = checkpoints;
        this.interval = interval;
        this.jars = List.copyOf(jars);
    }

    /**
     * Settings of the next start of a job.
     *
     * @param attempt 1 for the first try since it last ran; from the fourth on the next older checkpoint is tried
     */
    public Configuration of(WantedJob job, int attempt) {
        Configuration c = FlinkRest.target(rest);
        if (!jars.isEmpty()) {
            c.setString("pipeline.jars", String.join(";", jars));
        }
        c.setString("pipeline.name", job.clusterName());
        c.setString("pipeline.object-reuse", "true");
        c.setString("pipeline.generic-types", "false");
        c.setString("parallelism.default", "1");
        // 100 ms by default; the way of a fact has several hops. A timer of each task
        // runs all day, so not less either
        c.setString("execution.buffer-timeout.interval", "5 ms");
        c.setString("restart-strategy.type", "exponential-delay");
        c.setString("restart-strategy.exponential-delay.initial-backoff", "500 ms");
        c.setString("restart-strategy.exponential-delay.max-backoff", "20 s");
        checkpointing(c, job);
        List<Path> found = checkpoints.list(job.clusterName());
        int older = Math.max(0, attempt - 3);
        if (!found.isEmpty()) {
            Path from = found.get(Math.min(older, found.size() - 1));
            LOG.info("{} goes on from {}", job.clusterName(), from);
            c.setString("execution.state-recovery.path", from.toUri().toString());
            c.setString("execution.state-recovery.claim-mode", "CLAIM");
        }
        return c;
    }

    private void checkpointing(Configuration c, WantedJob job) {
        c.setString("state.backend.type", "rocksdb");
        // not per slot: all jobs of a task manager share its fixed cache
        c.setString("state.backend.rocksdb.memory.managed", "false");
        // that cache is small: whole indexes of large files would drive each other out of it at every look-up
        c.setString("state.backend.rocksdb.memory.partitioned-index-filters", "true");
        c.setString("state.backend.rocksdb.use-bloom-filter", "true");
        c.setString("execution.checkpointing.incremental", "true");
        c.setString("execution.checkpointing.interval", interval.toMillis() + " ms");
        c.setString("execution.checkpointing.min-pause", Math.min(500, interval.toMillis() / 2) + " ms");
        c.setString("execution.checkpointing.timeout", "5 min");
        c.setString("execution.checkpointing.tolerable-failed-checkpoints", "100");
        c.setString("execution.checkpointing.num-retained", "2");
        c.setString("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
        c.setString(
                "execution.checkpointing.dir",
                checkpoints.folderOf(job.clusterName()).toUri().toString());
    }
}
