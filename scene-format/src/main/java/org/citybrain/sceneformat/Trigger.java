package org.citybrain.sceneformat;

/** Candidates of {@code stream} are looked at by {@code rule}. */
public record Trigger(String stream, String rule) {}
