package org.citybrain.platform.licence.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code licence.issued} and {@code licence.revoked}. */
@Repository
class LicenceTable {
    private static final String ROWS = """
            select i.identifier, i.paper, i.serial, i.version, i.document, i.signature, i.check_code, i.issued_at, i.issued_by,
                r.statement, r.reason, r.revoked_at
            from licence.issued i left join licence.revoked r using (identifier) where\s""";

    private final JdbcClient db;

    LicenceTable(JdbcClient db) {
        this.db = db;
    }

    /** An e-licence as it was signed, and its revocation. */
    record Row(
            String identifier,
            String paper,
            String serial,
            int version,
            String document,
            String signature,
            String checkCode,
            Instant issuedAt,
            String issuedBy,
            @Nullable String statement,
            @Nullable String reason,
            @Nullable Instant revokedAt) {}

    /** Nobody else issues or revokes for this paper before the transaction ends. */
    void lock(String paper) {
        db.sql("select 1 from (select pg_advisory_xact_lock(hashtext('licence.' || ?))) as held")
                .param(paper)
                .query(Integer.class)
                .single();
    }

    /** A serial never given before: eight digits or more. */
    String nextSerial() {
        return db.sql("select lpad(nextval('licence.serial')::text, 8, '0')")
                .query(String.class)
                .single();
    }

    void add(Row row) {
        db.sql("""
                        insert into licence.issued (identifier, paper, serial, version, document, signature, check_code,
                            issued_at, issued_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        row.identifier,
                        row.paper,
                        row.serial,
                        row.version,
                        row.document,
                        row.signature,
                        row.checkCode,
                        Timestamp.from(row.issuedAt),
                        row.issuedBy)
                .update();
    }

    void revoke(String identifier, String statement, String signature, String reason, Instant at, String by) {
        db.sql("insert into licence.revoked (identifier, statement, signature, reason, revoked_at, revoked_by)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(identifier, statement, signature, reason, Timestamp.from(at), by)
                .update();
    }

    /** Newest first. */
    List<Row> of(String paper) {
        return db.sql(ROWS + "i.paper = ? order by i.version desc")
                .param(paper)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<Row> find(String identifier) {
        return db.sql(ROWS + "i.identifier = ?")
                .param(identifier)
                .query((row, number) -> read(row))
                .optional();
    }

    private static Row read(ResultSet row) throws SQLException {
        @Nullable Timestamp revoked = row.getTimestamp("revoked_at");
        return new Row(
                row.getString("identifier"),
                row.getString("paper"),
                row.getString("serial"),
                row.getInt("version"),
                row.getString("document"),
                row.getString("signature"),
                row.getString("check_code"),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("issued_by"),
                row.getString("statement"),
                row.getString("reason"),
                revoked == null ? null : revoked.toInstant());
    }
}
