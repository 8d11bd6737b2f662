package org.citybrain.platform.process.internal;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
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
    private final DataSource source;

    EngineSchema(DataSource source) {
        this.source = source;
    }

    /** Makes the tables ready and gives back what a killed process had locked. */
    void prepare() {
        create();
        JdbcClient jdbc = JdbcClient.create(source);
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
