package org.citybrain.platform.scene.internal;

import org.citybrain.sceneformat.Scene;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the engines about a scene in a transaction of its own. */
@Component
class Telling {
    private final SceneJobs jobs;

    Telling(SceneJobs jobs) {
        this.jobs = jobs;
    }

    @Transactional
    public void tell(Scene scene, String version) {
        jobs.tell(scene, version);
    }
}
