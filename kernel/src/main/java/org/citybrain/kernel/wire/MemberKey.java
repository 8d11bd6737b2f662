package org.citybrain.kernel.wire;

/**
 * Names one record of one source.
 *
 * @param source the source's word
 * @param key the record's own key inside the source: an opaque one, never an identity number
 */
public record MemberKey(String source, String key) {}
