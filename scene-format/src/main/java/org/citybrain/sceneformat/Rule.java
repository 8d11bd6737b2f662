package org.citybrain.sceneformat;

/**
 * A decision: a DMN model and the declaration of the inputs it is asked with.
 *
 * @param dmn text of {@code rules/<id>.dmn}
 * @param version digest of the DMN and the inputs file, so that a decision can name exactly what decided
 */
public record Rule(String id, String file, String dmn, InputSpec inputs, String version) {}
