package org.citybrain.platform.scene;

import java.time.Instant;
import org.citybrain.sceneformat.Scene;

/**
 * One installed version of a scene.
 *
 * @param version first 16 hexadecimal digits of the digest over the folder's paths and bytes
 * @param on whether new candidates are decided; running cases are finished either way
 */
public record InstalledScene(String id, String version, Scene scene, boolean on, Instant installedAt) {}
