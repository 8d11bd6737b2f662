/**
 * Room scene (场景): installs folders of declarations as running applications of the city, and keeps their parameters.
 *
 * <p>Owns: schema scene. Doors: {@link org.citybrain.platform.scene.Scenes}, {@link
 * org.citybrain.platform.scene.SceneParameters}; rooms that must prepare a version implement {@link
 * org.citybrain.platform.scene.SceneDeployment}. Tells {@link org.citybrain.platform.scene.SceneChanged}; sends cb.jobs
 * and hears cb.job-status. Versions and parameter values are only ever added.
 *
 * <p>Words: 场景 scene, 版本 version, 参数 parameter, 需求 need.
 */
@NullMarked
@ApplicationModule(
        displayName = "scene",
        allowedDependencies = {"access", "audit", "catalogue", "clock", "home", "indicator", "live", "problem", "topics"
        })
package org.citybrain.platform.scene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
