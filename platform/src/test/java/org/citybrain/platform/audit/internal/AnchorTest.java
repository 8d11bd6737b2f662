package org.citybrain.platform.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.citybrain.platform.RunningPlatform;
import org.citybrain.platform.TestDatabase;
import org.citybrain.platform.TestHome;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anchors tell when the end of a chain was cut off, which the chain itself cannot. */
class AnchorTest {

    @Test
    void missTheEndOfAChainThatWasCutOff() {
        Map<String, String> home = TestHome.values(TestDatabase.fresh(), RunningPlatform.freePort());
        try (RunningPlatform platform = RunningPlatform.start(home)) {
            Verification verification = platform.get(Verification.class);
            platform.get(Audit.class).record(AuditEvent.CLOCK_SET, "test:last", Map.of());
            platform.get(Anchors.class).anchor();
            platform.get(Anchors.class).anchor();
            assertThat(verification.verify()).satisfies(report -> {
                assertThat(report.holds()).isTrue();
                assertThat(report.anchors()).isEqualTo(1);
                assertThat(report.entries()).isPositive();
            });
            JdbcClient db = platform.get(JdbcClient.class);
            db.sql("alter table audit.entry disable trigger entry_insert_only").update();
            db.sql("delete from audit.entry where subject = 'test:last'").update();
            assertThat(verification.verify().faults()).anyMatch(fault -> fault.contains("which is gone"));
        }
    }
}
