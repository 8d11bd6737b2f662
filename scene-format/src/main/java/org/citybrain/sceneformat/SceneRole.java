package org.citybrain.sceneformat;

import org.citybrain.kernel.text.Bilingual;

/**
 * A role inside a scene, filled by holders of a platform role within a place.
 *
 * @param authority the platform role that fills it, e.g. {@code GRID_WORKER}
 * @param scope how far down the division a to-do is routed: {@code village}, {@code town}, {@code county}, {@code city}
 */
public record SceneRole(String id, String authority, String scope, Bilingual title) {}
