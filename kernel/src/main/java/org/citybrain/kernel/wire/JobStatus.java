package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.citybrain.kernel.finding.Finding;

/**
 * How a stream job is: its Flink state and, when it was refused, why.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobStatus(
        String job, String scene, String sceneVersion, String state, List<Finding> findings, long atMicros) {}
