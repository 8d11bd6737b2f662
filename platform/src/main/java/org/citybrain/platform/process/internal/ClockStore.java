package org.citybrain.platform.process.internal;

import java.sql.Timestamp;
import java.util.List;
import org.citybrain.platform.process.LegalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of legal clocks; the first start of a stage counts. */
@Repository
class ClockStore {
    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String caseId, LegalClock clock) {
        jdbc.sql("""
                insert into process.clock (case_id, stage, started, due, amount, kind, parameter, from_date, basis)
                values (:case, :stage, :started, :due, :amount, :kind, :parameter, :from, :basis)
                on conflict do nothing""")
                .param("case", caseId)
                .param("stage", clock.stage())
                .param("started", Timestamp.from(clock.started()))
                .param("due", Timestamp.from(clock.due()))
                .param("amount", clock.amount())
                .param("kind", clock.kind())
                .param("parameter", clock.parameter())
                .param("from", clock.fromDate())
                .param("basis", clock.basis())
                .update();
    }

    List<LegalClock> ofCase(String caseId) {
        return jdbc.sql("select * from process.clock where case_id = :case order by started")
                .param("case", caseId)
                .query((rs, row) -> new LegalClock(
                        rs.getString("stage"),
                        Columns.instant(rs, "started"),
                        Columns.instant(rs, "due"),
                        rs.getInt("amount"),
                        rs.getString("kind"),
                        rs.getString("parameter"),
                        rs.getDate("from_date").toLocalDate(),
                        rs.getString("basis")))
                .list();
    }
}
