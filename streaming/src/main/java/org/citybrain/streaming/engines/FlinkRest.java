package org.citybrain.streaming.engines;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.client.JobStatusMessage;

/** What the keeper asks of a Flink cluster, over REST; every call ends within seconds. */
public final class FlinkRest implements AutoCloseable {
    private static final long SECONDS = 10;

    private final RestClusterClient<StandaloneClusterId> client;

    /**
     * A client of the cluster.
     *
     * @param rest address of its REST interface
     */
    public FlinkRest(Address rest) {
        try {
            client = new RestClusterClient<>(target(rest), StandaloneClusterId.getInstance());
        } catch (Exception e) {
            throw new BadStartException("Flink's REST client cannot start: " + e.getMessage(), e);
        }
    }

    /** The settings with which an environment submits to this cluster instead of starting its own. */
    public static Configuration target(Address rest) {
        Configuration c = new Configuration();
        c.setString("execution.target", "remote");
        c.setString("execution.attached", "false");
        c.setString("rest.address", rest.host());
        c.setString("rest.port", Integer.toString(rest.port()));
        return c;
    }

    /** A job that the cluster knows. */
    public record RunningJob(JobID id, String name, JobStatus status) {
        /** Whether it is, or is on the way to be, at work. */
        public boolean isAlive() {
            return !status.isTerminalState() && status != JobStatus.CANCELLING && status != JobStatus.FAILING;
        }
    }

    /**
     * All jobs that the cluster knows, ended ones included.
     *
     * @throws FlinkUnreachableException when it does not answer
     */
    public List<RunningJob> list() {
        Collection<JobStatusMessage> jobs = await(client.listJobs());
        return jobs.stream()
                .map(job -> new RunningJob(job.getJobId(), job.getJobName(), job.getJobState()))
                .toList();
    }

    /**
     * The job of this name when all of it is at work.
     *
     * @throws FlinkUnreachableException when the cluster does not answer
     */
    public Optional<JobID> findRunning(String name) {
        return list().stream()
                .filter(job -> job.name().equals(name) && job.status() == JobStatus.RUNNING)
                .map(RunningJob::id)
                .findFirst();
    }

    /**
     * A counter that a job's tasks add to, as it was some seconds ago; 0 before they began.
     *
     * @throws FlinkUnreachableException when the cluster does not answer
     */
    public long counter(JobID job, String name) {
        return await(client.getAccumulators(job)).get(name) instanceof Long count ? count : 0;
    }

    /** Ends a job; its checkpoints stay. */
    public void cancel(JobID job) {
        await(client.cancel(job));
    }

    /** Begins a checkpoint; the future ends when it is complete. */
    public CompletableFuture<Long> checkpoint(JobID job) {
        return client.triggerCheckpoint(job, CheckpointType.CONFIGURED);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlinkUnreachableException("Interrupted while asking Flink", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new FlinkUnreachableException("Flink's REST interface does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
