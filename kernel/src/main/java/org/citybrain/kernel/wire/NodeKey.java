package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The public SM2 key (04, x, y in hexadecimal) of a node such as {@code health_insurance@3609}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NodeKey(String node, String publicKeyHex, long validFromMicros) {}
