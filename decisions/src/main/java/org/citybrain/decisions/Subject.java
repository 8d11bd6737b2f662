package org.citybrain.decisions;

/** Whom a decision is about: an opaque person or household id with its kind. */
public record Subject(String kind, String ref) {}
