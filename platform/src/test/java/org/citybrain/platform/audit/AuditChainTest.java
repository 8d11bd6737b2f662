package org.citybrain.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail: in the change's transaction, insert-only, chained, and broken chains are found. */
@PlatformTest
class AuditChainTest {

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private MockMvc mvc;

    @Test
    void keepsNothingOfAChangeThatWasRolledBackAndLeavesNoGap() throws Exception {
        for (int round = 0; round < 3; round++) {
            transactions.executeWithoutResult(status -> {
                audit.record(AuditEvent.FINDING_CHANGED, "test:rolled-back", Map.of());
                status.setRollbackOnly();
            });
            audit.record(AuditEvent.FINDING_CHANGED, "test:kept", Map.of("round", round));
        }
        assertThat(count("test:rolled-back")).isZero();
        assertThat(count("test:kept")).isEqualTo(3);
        expectChain(true);
    }

    @Test
    void chainsManyWritersAtOnceInEveryIsolation() throws Exception {
        TransactionTemplate repeatable = new TransactionTemplate(transactions.getTransactionManager());
        repeatable.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                running.add(threads.submit(() -> repeatable.executeWithoutResult(status -> {
                    audit.record(AuditEvent.DECISION_MADE, "test:parallel", Map.of("n", 1));
                    audit.record(AuditEvent.CASE_OPENED, "test:parallel", Map.of("n", 2));
                })));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(count("test:parallel")).isEqualTo(80);
        expectChain(true);
    }

    @Test
    void refusesToChangeOrDeleteAnEntry() {
        audit.record(AuditEvent.CLOCK_SET, "test:fixed", Map.of());
        assertThatThrownBy(() -> db.sql("update audit.entry set actor = 'x' where subject = 'test:fixed'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("insert-only");
        assertThatThrownBy(() -> db.sql("delete from audit.entry where subject = 'test:fixed'")
                        .update())
                .hasMessageContaining("insert-only");
        assertThatThrownBy(() -> db.sql("truncate audit.entry").update()).hasMessageContaining("insert-only");
    }

    @Test
    void findsAnEntryThatSomeoneWithTheDatabaseAltered() throws Exception {
        audit.record(AuditEvent.CLOCK_SET, "test:altered", Map.of("speed", 1));
        alter("details = '{}'");
        expectChain(false);
        alter("details = '{\"speed\":1}'");
        expectChain(true);
    }

    @Test
    void namesTheCallerAndShowsTheAuditor() throws Exception {
        Callers.run(
                new Caller("somebody", "某人", java.util.Set.of(), "", ""),
                () -> audit.record(AuditEvent.VERSION_ACCEPTED, "test:named", Map.of("a", 1)));
        mvc.perform(get("/api/audit").param("subject", "test:named").with(As.role(Role.AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.rows[0].actor").value("somebody"))
                .andExpect(jsonPath("$.rows[0].event").value("version-accepted"));
    }

    @Test
    void writesDownARefusedCallAndAReadThatMustBeAnsweredFor() throws Exception {
        mvc.perform(get("/api/audit").with(As.role(Role.GRID_WORKER))).andExpect(status().isForbidden());
        mvc.perform(get("/api/audit")
                        .param("actor", "grid-worker")
                        .param("event", "access-refused")
                        .with(As.role(Role.AUDITOR)))
                .andExpect(jsonPath("$.rows[0].subject").value("/api/audit"));
        mvc.perform(get("/api/audit").param("event", "audit-read").with(As.role(Role.AUDITOR)))
                .andExpect(jsonPath("$.rows[0].actor").value("auditor"));
    }

    private void alter(String assignment) {
        transactions.executeWithoutResult(status -> {
            db.sql("alter table audit.entry disable trigger entry_insert_only").update();
            db.sql("update audit.entry set " + assignment + " where subject = 'test:altered'")
                    .update();
            db.sql("alter table audit.entry enable trigger entry_insert_only").update();
        });
    }

    private long count(String subject) {
        return db.sql("select count(*) from audit.entry where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }

    private void expectChain(boolean holds) throws Exception {
        mvc.perform(post("/api/audit/verify").with(As.role(Role.AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.holds").value(holds));
    }
}
