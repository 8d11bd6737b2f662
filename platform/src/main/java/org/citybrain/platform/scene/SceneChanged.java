package org.citybrain.platform.scene;

/**
 * A scene version came into force or was switched off.
 *
 * @param on whether it decides new candidates now
 */
public record SceneChanged(String scene, String version, boolean on) {}
