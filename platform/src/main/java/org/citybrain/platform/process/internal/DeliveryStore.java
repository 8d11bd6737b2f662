package org.citybrain.platform.process.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which orders a case has sent and what came back. */
@Repository
class DeliveryStore {
    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, String caseId, String name) {
        jdbc.sql("""
                insert into process.delivery (id, case_id, name) values (?, ?, ?)
                on conflict (id) do update set verdict = null, received_at = null""").params(id, caseId, name).update();
    }

    /** Notes the receipt; empty when this delivery is none of ours or its receipt had come before. */
    Optional<String> received(String id, String verdict) {
        return jdbc.sql("""
                update process.delivery set verdict = ?, received_at = clock_timestamp()
                where id = ? and verdict is null returning case_id""").params(verdict, id).query(String.class).optional();
    }

    boolean ordered(String caseId) {
        return jdbc.sql("select exists (select 1 from process.delivery where case_id = ?)")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }
}
