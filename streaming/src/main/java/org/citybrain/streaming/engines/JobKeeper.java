package org.citybrain.streaming.engines;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.time.Micros;
import org.citybrain.streaming.engines.FlinkRest.RunningJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the wanted jobs running: starts what is missing from its newest checkpoint, ends what is no longer wanted, and
 * tells each change. One {@link #tick()} at a time, by one thread; all knowledge of what runs comes from the cluster, so
 * a keeper that starts anew goes on where the last one was.
 */
public final class JobKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);

    private final FlinkRest flink;
    private final JobSettings settings;
    private final StatusReport report;
    private final Clock clock;
    private final Map<String, WantedJob> wanted = new TreeMap<>();
    private final Map<String, String> lastStates = new HashMap<>();
    private final Map<String, List<Finding>> refused = new HashMap<>();
    private final Backoff backoff = new Backoff();

    public JobKeeper(FlinkRest flink, JobSettings settings, StatusReport report, Clock clock) {
        this.flink = flink;
        this.settings = settings;
        this.report = report;
        this.clock = clock;
    }

    /** Hears what the keeper sees. */
    @FunctionalInterface
    public interface StatusReport {
        /** A job's state changed. */
        void changed(org.citybrain.kernel.wire.JobStatus status);
    }

    /** From now on this job should run, in this version. */
    public synchronized void want(WantedJob job) {
        wanted.put(job.job(), job);
        refused.remove(job.clusterName());
    }

    /** From now on this job should not run. */
    public synchronized void drop(String job) {
        WantedJob dropped = wanted.remove(job);
        if (dropped != null) {
            tell(dropped, "STOPPED", List.of());
        }
    }

    /** State of each wanted job as last seen, by job name. */
    public synchronized Map<String, String> states() {
        return new TreeMap<>(lastStates);
    }

    /**
     * Looks once and acts once.
     *
     * @throws FlinkUnreachableException when the cluster does not answer; nothing was changed then
     */
    public synchronized void tick() {
        List<RunningJob> running = flink.list();
        Set<String> names = new HashSet<>();
        for (WantedJob job : List.copyOf(wanted.values())) {
            names.add(job.clusterName());
            keep(job, running);
        }
        for (RunningJob job : running) {
            if (job.isAlive() && isOurs(job) && !names.contains(job.name()) && isReplaced(job, running)) {
                LOG.info("Ending {}", job.name());
                flink.cancel(job.id());
            }
        }
    }

    private void keep(WantedJob job, List<RunningJob> running) {
        List<Finding> findings = refused.getOrDefault(job.clusterName(), List.of());
        if (!findings.isEmpty()) {
            tell(job, "REFUSED", findings);
            return;
        }
        var alive = running.stream()
                .filter(other -> other.name().equals(job.clusterName()) && other.isAlive())
                .findFirst();
        if (alive.isPresent()) {
            tell(job, alive.get().status().name(), List.of());
            backoff.seen(job.clusterName(), alive.get().status() == JobStatus.RUNNING);
        } else if (backoff.mayStart(job.clusterName())) {
            start(job);
        }
    }

    private void start(WantedJob job) {
        try {
            Configuration conf = settings.of(job, backoff.attempts(job.clusterName()));
            tell(job, "STARTING", List.of());
            List<Finding> findings = job.submission().submit(conf);
            if (!findings.isEmpty()) {
                refused.put(job.clusterName(), findings);
                tell(job, "REFUSED", findings);
            }
        } catch (Exception e) {
            LOG.warn("{} could not be started; it is tried again", job.clusterName(), e);
            tell(job, "FAILED", List.of());
        }
    }

    private static boolean isOurs(RunningJob job) {
        return job.name().indexOf('@') > 0;
    }

    /** An old version is ended when the new one is at work, or when no version is wanted. */
    private boolean isReplaced(RunningJob old, List<RunningJob> running) {
        WantedJob successor = wanted.get(old.name().substring(0, old.name().indexOf('@')));
        return successor == null
                || running.stream()
                        .anyMatch(
                                job -> job.name().equals(successor.clusterName()) && job.status() == JobStatus.RUNNING);
    }

    private void tell(WantedJob job, String state, List<Finding> findings) {
        if (!state.equals(lastStates.put(job.job(), state))) {
            LOG.info("{} is {}", job.clusterName(), state);
            report.changed(new org.citybrain.kernel.wire.JobStatus(
                    job.job(), job.scene(), job.version(), state, findings, Micros.now(clock)));
        }
    }
}
