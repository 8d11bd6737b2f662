package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The stream part of a scene that should be running or stopped.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SceneJob(
        String job,
        String scene,
        String sceneVersion,
        String desired,
        List<SqlFile> sql,
        List<ResourceEntry> resources) {}
