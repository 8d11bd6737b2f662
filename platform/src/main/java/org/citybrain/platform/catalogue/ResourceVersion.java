package org.citybrain.platform.catalogue;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * A shape in which a resource's rows come.
 *
 * @param resource the resource
 * @param version number, null while it waits for a person
 * @param fingerprint identifies the fields wherever they are seen
 * @param fields in the source's column order
 * @param observedAt when a gateway saw it first, machine time
 * @param acceptedAt when it was accepted, null while it waits
 * @param acceptedBy login of the one who accepted, {@code system:catalogue} for the first that matches
 */
public record ResourceVersion(
        String resource,
        @Nullable Integer version,
        long fingerprint,
        List<FieldSpec> fields,
        Instant observedAt,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy) {

    /** Copies the fields. */
    public ResourceVersion {
        fields = List.copyOf(fields);
    }

    /** True once rows of this shape are taken. */
    public boolean accepted() {
        return version != null;
    }

    /** The version as it travels. */
    public SchemaVersion schema() {
        return new SchemaVersion(version == null ? 0 : version, fingerprint, fields);
    }
}
