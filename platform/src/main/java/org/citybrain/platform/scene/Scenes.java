package org.citybrain.platform.scene;

import java.util.List;
import java.util.Optional;

/** The door to what is installed. Versions are kept for ever: a case ends under the version it began with. */
public interface Scenes {
    /** The version in force of every scene, in order of id; switched off ones included. */
    List<InstalledScene> list();

    /** The version in force. */
    Optional<InstalledScene> find(String scene);

    /**
     * A certain version, in force or not.
     *
     * @throws org.citybrain.platform.problem.Refusal when it was never installed
     */
    InstalledScene get(String scene, String version);
}
