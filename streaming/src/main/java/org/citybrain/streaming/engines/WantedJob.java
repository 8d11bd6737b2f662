package org.citybrain.streaming.engines;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.citybrain.kernel.finding.Finding;

/**
 * A job that should be running.
 *
 * @param job name, e.g. {@code intake} or {@code scene-anti-poverty}
 * @param scene the scene it belongs to, empty for jobs of the house
 * @param version a new version starts beside the old one, with fresh state, and then takes over
 * @param submission builds and submits it
 */
public record WantedJob(String job, String scene, String version, Submission submission) {
    /** The name under which the cluster runs it; also the name of its checkpoint folder. */
    public String clusterName() {
        return job + "@" + version;
    }

    /** Builds a job and submits it with the given settings. */
    @FunctionalInterface
    public interface Submission {
        /**
         * Submits.
         *
         * @return findings for which the job was refused; empty when it was submitted
         */
        List<Finding> submit(Configuration settings) throws Exception;
    }
}
