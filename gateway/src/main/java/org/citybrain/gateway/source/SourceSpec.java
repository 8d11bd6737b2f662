package org.citybrain.gateway.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A source to serve, from the configuration or told by {@code connect}.
 *
 * @param postgres the database, or null
 * @param folder the folder of CSV files, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceSpec(
        String department,
        @Nullable SourceAddress postgres,
        @Nullable String folder) {
    /** Whether the other one is the same place of the same department. */
    public boolean isSamePlace(SourceSpec other) {
        return department.equals(other.department) && place().equals(other.place());
    }

    /** Whether the other one is of the same department and also a database, or also a folder. */
    public boolean isSameKind(SourceSpec other) {
        return department.equals(other.department) && (postgres == null) == (other.postgres == null);
    }

    private String place() {
        return postgres == null ? "folder " + folder : "postgres " + postgres;
    }

    @Override
    public String toString() {
        return department + " from " + place();
    }
}
