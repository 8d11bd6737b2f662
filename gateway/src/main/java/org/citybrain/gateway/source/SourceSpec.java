package org.citybrain.gateway.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A source to serve, from the configuration or told by {@code connect}.
 *
 * @param postgres the PostgreSQL database, or null
 * @param folder the folder of CSV files, or null
 * @param mariadb the MariaDB database, or null
 * @param http the HTTP interface, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceSpec(
        String department,
        @Nullable SourceAddress postgres,
        @Nullable String folder,
        @Nullable SourceAddress mariadb,
        @Nullable HttpPlace http) {
    /**
     * An HTTP interface.
     *
     * @param description file that says how it is spoken to
     * @param secret never printed
     */
    public record HttpPlace(String description, String url, String client, String secret) {
        @Override
        public String toString() {
            return client + " at " + url;
        }
    }

    /** A source that is a PostgreSQL database. */
    public static SourceSpec ofPostgres(String department, SourceAddress database) {
        return new SourceSpec(department, database, null, null, null);
    }

    /** A source that is a folder of CSV files. */
    public static SourceSpec ofFolder(String department, String folder) {
        return new SourceSpec(department, null, folder, null, null);
    }

    /** A source that is a MariaDB database. */
    public static SourceSpec ofMariaDb(String department, SourceAddress database) {
        return new SourceSpec(department, null, null, database, null);
    }

    /** A source that is an HTTP interface. */
    public static SourceSpec ofHttp(String department, HttpPlace place) {
        return new SourceSpec(department, null, null, null, place);
    }

    /** Whether the other one is the same place of the same department. */
    public boolean isSamePlace(SourceSpec other) {
        return department.equals(other.department) && place().equals(other.place());
    }

    /** Whether the other one is of the same department and of the same kind: both keep their state in one place. */
    public boolean isSameKind(SourceSpec other) {
        return department.equals(other.department) && kind().equals(other.kind());
    }

    private String kind() {
        return place().substring(0, place().indexOf(' '));
    }

    private String place() {
        if (http != null) {
            return "http " + http;
        }
        if (mariadb != null) {
            return "mariadb " + mariadb;
        }
        return postgres == null ? "folder " + folder : "postgres " + postgres;
    }

    @Override
    public String toString() {
        return department + " from " + place();
    }
}
