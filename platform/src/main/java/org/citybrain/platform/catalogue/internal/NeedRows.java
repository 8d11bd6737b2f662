package org.citybrain.platform.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.catalogue.Need;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Needs in schema catalogue. */
@Repository
class NeedRows {

    private static final String SELECT = """
            select scene, resource, fields, lookup, purpose_zh, purpose_en, legal_basis, state, requested_at, decided_at,
                   decided_by, decision_basis
            from catalogue.need
            """;

    private final JdbcClient db;

    NeedRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Need> find(String scene, String resource) {
        return db.sql(SELECT + " where scene = ? and resource = ?")
                .params(scene, resource)
                .query(NeedRows::read)
                .optional();
    }

    List<Need> listOf(String scene) {
        return db.sql(SELECT + " where scene = ? order by resource")
                .param(scene)
                .query(NeedRows::read)
                .list();
    }

    List<Need> listFor(String resource) {
        return db.sql(SELECT + " where resource = ? order by scene")
                .param(resource)
                .query(NeedRows::read)
                .list();
    }

    List<Need> listWaiting() {
        return db.sql(SELECT + " where state = 'REQUESTED' order by requested_at")
                .query(NeedRows::read)
                .list();
    }

    /** Writes a request, undecided; replaces an earlier one of the same scene for the same resource. */
    void request(
            String scene,
            String resource,
            List<String> fields,
            List<String> lookup,
            Bilingual purpose,
            String legalBasis) {
        db.sql("""
                        insert into catalogue.need
                            (scene, resource, fields, lookup, purpose_zh, purpose_en, legal_basis, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'REQUESTED')
                        on conflict (scene, resource) do update set fields = excluded.fields, lookup = excluded.lookup,
                            purpose_zh = excluded.purpose_zh, purpose_en = excluded.purpose_en,
                            legal_basis = excluded.legal_basis, state = 'REQUESTED', requested_at = clock_timestamp(),
                            decided_at = null, decided_by = null, decision_basis = ''""")
                .params(
                        scene,
                        resource,
                        fields.toArray(String[]::new),
                        lookup.toArray(String[]::new),
                        purpose.zh(),
                        purpose.en(),
                        legalBasis)
                .update();
    }

    /** Writes a decision. */
    void decide(String scene, String resource, Need.State state, String by, String basis) {
        db.sql("""
                        update catalogue.need set state = ?, decided_at = clock_timestamp(), decided_by = ?,
                            decision_basis = ?
                        where scene = ? and resource = ?""").params(state.name(), by, basis, scene, resource).update();
    }

    private static Need read(ResultSet row, int index) throws SQLException {
        @Nullable Timestamp decided = row.getTimestamp("decided_at");
        return new Need(
                row.getString("scene"),
                row.getString("resource"),
                List.of((String[]) row.getArray("fields").getArray()),
                List.of((String[]) row.getArray("lookup").getArray()),
                new Bilingual(row.getString("purpose_zh"), row.getString("purpose_en")),
                row.getString("legal_basis"),
                Need.State.valueOf(row.getString("state")),
                row.getTimestamp("requested_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getString("decision_basis"));
    }
}
