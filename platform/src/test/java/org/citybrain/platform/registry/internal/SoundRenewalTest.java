package org.citybrain.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.citybrain.platform.PlatformTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class SoundRenewalTest {
    @Autowired
    private Registries registries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void goesThroughKindsWithNamesAloneAndThenStopsItsTimer() {
        SoundRenewal renewal = new SoundRenewal(registries, jdbc, new TransactionTemplate(transactions));
        KeptTimer registrar = new KeptTimer();
        renewal.configureTasks(registrar);
        registrar.afterPropertiesSet();
        try {
            for (int i = 0; i < 20; i++) {
                renewal.step();
            }
            assertThat(registrar.timer).isNotNull();
            assertThat(registrar.timer.nextExecution()).isNull();
        } finally {
            registrar.destroy();
        }
        assertThat(jdbc.sql("select kind from registry.sound_renewal where upto < 0")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("person", "firm");
        assertThat(jdbc.sql("select count(*) from registry.sound_renewal")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** Keeps the timer that is asked of it. */
    private static final class KeptTimer extends ScheduledTaskRegistrar {
        private @Nullable ScheduledTask timer;

        @Override
        public @Nullable ScheduledTask scheduleFixedDelayTask(FixedDelayTask task) {
            ScheduledTask asked = super.scheduleFixedDelayTask(task);
            timer = asked == null ? timer : asked;
            return asked;
        }
    }
}
