package org.citybrain.platform.catalogue.web;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * A version as a page shows it.
 *
 * @param fingerprint as decimal text: a browser's numbers are too short for it
 * @param state ACCEPTED or PENDING
 */
record VersionView(
        @Nullable Integer version,
        String fingerprint,
        String state,
        List<FieldSpec> fields,
        Instant observedAt,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy) {

    static VersionView of(ResourceVersion version) {
        return new VersionView(
                version.version(),
                Long.toString(version.fingerprint()),
                version.accepted() ? "ACCEPTED" : "PENDING",
                version.fields(),
                version.observedAt(),
                version.acceptedAt(),
                version.acceptedBy());
    }
}
