package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One SQL file of a scene.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SqlFile(String file, String text) {}
