package org.citybrain.gateway.mariadb;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * A table of a department's MariaDB database.
 *
 * @param transactional whether a snapshot holds it; other tables are locked while they are loaded
 */
public record MariaDbTable(
        String database,
        String name,
        boolean transactional,
        @Nullable String comment,
        SchemaVersion version) {
    /** Database and name, as the log names it. */
    @JsonIgnore
    public String id() {
        return database + "." + name;
    }

    /** The resource's name inside its department. */
    @JsonIgnore
    public String slug() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_\\p{IsHan}]", "_");
    }

    @JsonIgnore
    public String sqlName() {
        return MariaDbColumn.quote(database) + "." + MariaDbColumn.quote(name);
    }

    MariaDbTable withVersion(SchemaVersion newVersion) {
        return new MariaDbTable(database, name, transactional, comment, newVersion);
    }
}
