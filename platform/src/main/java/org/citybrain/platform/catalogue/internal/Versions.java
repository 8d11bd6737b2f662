package org.citybrain.platform.catalogue.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Observed and accepted shapes in schema catalogue. */
@Repository
class Versions {

    private static final String SELECT = """
            select resource, fingerprint, version, fields::text as fields, observed_at, accepted_at, accepted_by
            from catalogue.version
            """;

    private final JdbcClient db;

    Versions(JdbcClient db) {
        this.db = db;
    }

    /** Remembers an observation; false when it was known. */
    boolean observe(String resource, long fingerprint, List<FieldSpec> fields, Instant at) {
        String json = new String(WireJson.write(fields), StandardCharsets.UTF_8);
        return db.sql("""
                                insert into catalogue.version (resource, fingerprint, state, fields, observed_at)
                                values (?, ?, 'PENDING', ?::jsonb, ?) on conflict do nothing""")
                        .params(resource, fingerprint, json, Timestamp.from(at))
                        .update()
                > 0;
    }

    List<ResourceVersion> listOf(String resource) {
        return db.sql(SELECT + " where resource = ? order by observed_at desc, fingerprint")
                .param(resource)
                .query(Versions::read)
                .list();
    }

    Optional<ResourceVersion> find(String resource, long fingerprint) {
        return db.sql(SELECT + " where resource = ? and fingerprint = ?")
                .params(resource, fingerprint)
                .query(Versions::read)
                .optional();
    }

    /** Gives the next number to an observed shape. */
    void accept(String resource, long fingerprint, String by) {
        db.sql("""
                        update catalogue.version v set state = 'ACCEPTED', accepted_at = clock_timestamp(), accepted_by = ?,
                            version = (select coalesce(max(o.version), 0) + 1 from catalogue.version o
                                       where o.resource = v.resource)
                        where v.resource = ? and v.fingerprint = ? and v.state = 'PENDING'""").params(by, resource, fingerprint).update();
    }

    private static ResourceVersion read(ResultSet row, int index) throws SQLException {
        byte[] json = row.getString("fields").getBytes(StandardCharsets.UTF_8);
        @Nullable Timestamp accepted = row.getTimestamp("accepted_at");
        return new ResourceVersion(
                row.getString("resource"),
                row.getObject("version", Integer.class),
                row.getLong("fingerprint"),
                List.of(WireJson.read(json, FieldSpec[].class)),
                row.getTimestamp("observed_at").toInstant(),
                accepted == null ? null : accepted.toInstant(),
                row.getString("accepted_by"));
    }
}
