package org.citybrain.platform.process.internal;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Creates or raises the engine's tables in the schema process. The engine's scripts name no schema, so they run once
 * over a connection whose search path is that schema; the working engine then names it in every statement.
 */
@Component
class EngineSchema {
    private static final String READY = "citybrain.ready";
    private final DataSource source;

    EngineSchema(DataSource source) {
        this.source = source;
    }

    /** Makes the tables ready and gives back what a killed process had locked. */
    void prepare() {
        JdbcClient jdbc = JdbcClient.create(source);
        if (!isReady(jdbc)) {
            create();
            note(jdbc);
        }
        jdbc.sql(
                        "update process.act_ru_timer_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                .update();
        jdbc.sql(
                        "update process.act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                .update();
        jdbc.sql(
                        "update process.act_ru_execution set lock_owner_ = null, lock_time_ = null where lock_owner_ is not null")
                .update();
    }

    /** Building an engine only to look at its tables takes seconds of a processor: a note spares it until the version changes. */
    private static boolean isReady(JdbcClient jdbc) {
        boolean exists = jdbc.sql("select to_regclass('process.act_ge_property') is not null")
                .query(Boolean.class)
                .single();
        return exists
                && jdbc.sql("select count(*) from process.act_ge_property where name_ = ? and value_ = ?")
                                .params(READY, ProcessEngine.VERSION)
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    /** Written last, so that tables which a killed process left half made are made again. */
    private static void note(JdbcClient jdbc) {
        jdbc.sql("""
                insert into process.act_ge_property (name_, value_, rev_) values (?, ?, 1)
                on conflict (name_) do update set value_ = excluded.value_
                """).params(READY, ProcessEngine.VERSION).update();
    }

    private void create() {
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setDataSource(inOwnSchema());
        engine.setDatabaseSchema(EngineSettings.SCHEMA);
        engine.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        engine.setDisableIdmEngine(true);
        engine.setDisableEventRegistry(true);
        engine.setAsyncExecutorActivate(false);
        engine.setEngineName("schema");
        ((ProcessEngineConfiguration) engine).buildProcessEngine().close();
    }

    private DataSource inOwnSchema() {
        if (!(source instanceof HikariDataSource pool)) {
            throw new IllegalStateException("the platform's data source is not the connection pool it expects");
        }
        DriverManagerDataSource own = new DriverManagerDataSource();
        String url = pool.getJdbcUrl();
        own.setUrl(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + EngineSettings.SCHEMA);
        own.setUsername(pool.getUsername());
        own.setPassword(pool.getPassword());
        return own;
    }
}
