package org.citybrain.streaming.scene;

import java.util.List;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.streaming.engines.WantedJob;

/** Turns the platform's wish for a scene job into a job that the keeper can run. */
public final class SceneStreams {
    private SceneStreams() {}

    /** The wanted job of a bundle. */
    public static WantedJob wanted(SceneJob bundle, String bootstrap) {
        return new WantedJob(bundle.job(), bundle.scene(), bundle.sceneVersion(), conf -> List.of());
    }
}
