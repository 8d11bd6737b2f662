package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;

/**
 * A schema that a gateway sees at a source, before the catalogue has numbered it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SchemaObserved(
        String resource,
        long fingerprint,
        List<FieldSpec> fields,
        long observedAtMicros,
        @Nullable String comment) {}
