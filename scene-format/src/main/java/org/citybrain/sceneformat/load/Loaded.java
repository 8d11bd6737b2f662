package org.citybrain.sceneformat.load;

import java.util.List;
import java.util.Optional;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;

/**
 * What reading a folder gave.
 *
 * @param scene absent when there is no readable scene.yaml; otherwise as far as it could be read
 */
public record Loaded(Optional<Scene> scene, List<SceneFinding> findings) {
    public Loaded {
        findings = List.copyOf(findings);
    }

    /** Whether the scene may be deployed as far as the folder alone can tell. */
    public boolean isUsable() {
        return scene.isPresent() && findings.stream().noneMatch(SceneFinding::isError);
    }
}
