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

    private String place() {
        return postgres == null ? "folder " + folder : "postgres " + postgres;
    }

    @Override
    public String toString() {
        return department + " from " + place();
    }
}
