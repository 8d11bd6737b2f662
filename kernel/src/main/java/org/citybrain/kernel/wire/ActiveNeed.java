package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A scene's granted use of a resource: facts of these fields are kept, found by the lookup fields.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ActiveNeed(String scene, List<String> fields, List<String> lookup) {}
