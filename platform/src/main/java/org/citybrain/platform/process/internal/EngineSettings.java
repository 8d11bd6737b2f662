package org.citybrain.platform.process.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.citybrain.platform.clock.CityTime;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the process engine runs: city clock, own schema, prompt timers.
 *
 * <p>The engine measures the locks of its jobs with its own clock. That clock may run a thousand times faster than the
 * machine's, so locks last ten city years and are given back at every start instead of by time.
 */
@Configuration(proxyBeanMethods = false)
class EngineSettings {
    static final String SCHEMA = "process";
    static final String LOCK_OWNER = "platform";

    /** What a service task of a scene may call. */
    static final Set<String> STEPS = Set.of("${rule}", "${deliver}");

    private static final Duration LOCK = Duration.ofDays(3650);
    /** A clock that cannot go on is tried again, never given up: a case must not stand still. */
    private static final int RETRIES = 1_000_000;

    private static final Duration POLL = Duration.ofMillis(300);

    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> processEngineSettings(
            CityTime city, EngineSchema schema, CaseListener listener, AsyncJobExecutorConfiguration async) {
        return engine -> {
            schema.prepare();
            engine.setClock(new CityEngineClock(city));
            engine.setDatabaseTablePrefix(SCHEMA + ".");
            engine.setTablePrefixIsSchema(true);
            engine.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
            engine.setHistoryLevel(HistoryLevel.ACTIVITY);
            engine.setDisableIdmEngine(true);
            engine.setDisableEventRegistry(true);
            engine.setEventListeners(List.of(listener));
            engine.setAsyncExecutorNumberOfRetries(RETRIES);
            promptTimers(async);
        };
    }

    private static void promptTimers(AsyncJobExecutorConfiguration async) {
        async.setLockOwner(LOCK_OWNER);
        async.setUnlockOwnedJobs(true);
        async.setTimerLockTime(LOCK);
        async.setAsyncJobLockTime(LOCK);
        async.setDefaultTimerJobAcquireWaitTime(POLL);
        async.setDefaultAsyncJobAcquireWaitTime(POLL);
        async.setGlobalAcquireLockEnabled(false);
    }
}
