package org.citybrain.platform.scene;

import java.util.List;
import org.citybrain.sceneformat.Scene;

/**
 * What another room must do before a scene version can work: compile its rules, deploy its processes. Called in the
 * installing transaction; a version with findings is refused.
 */
public interface SceneDeployment {
    /** Findings as sentences with their number, empty when the room can run the version. Does nothing else. */
    List<String> check(Scene scene);

    /** Makes the version ready in this room; the same version again changes nothing. */
    void deploy(Scene scene, String version);
}
