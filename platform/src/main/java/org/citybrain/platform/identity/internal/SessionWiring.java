package org.citybrain.platform.identity.internal;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions in the database: a working day long, and they outlive the process. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "identity.spring_session", maxInactiveIntervalInSeconds = 8 * 3600)
class SessionWiring {

    /**
     * A page asks many times a second: the time of the last use is written once a minute, so that reading costs no commit and
     * requests of one session do not wait for each other's. What else changed is written at once.
     */
    static final String TOUCH = """
            with now as (select ?::text as session_id, ?::bigint as at, ?::int as idle, ?::bigint as until, ?::text as principal)
            update %TABLE_NAME% s
            set session_id = now.session_id, last_access_time = now.at, max_inactive_interval = now.idle,
                expiry_time = now.until, principal_name = now.principal
            from now where s.primary_id = ?::char(36)
                and (s.last_access_time < now.at - 60000 or s.session_id <> now.session_id
                    or s.max_inactive_interval <> now.idle or s.principal_name is distinct from now.principal)""";

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("CITYBRAIN");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Each statement of the store stands alone: a transaction around one statement is a question more. For the store only. */
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** The store begins to clear old sessions as soon as it is made: its tables must be there before. */
    @Bean
    static BeanFactoryPostProcessor sessionsAfterMigrations() {
        return beans -> beans.getBeanDefinition("sessionRepository").setDependsOn("flywayInitializer");
    }

    /** Two requests of one page may write the same attribute at once. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> concurrentWrites() {
        PostgreSqlJdbcIndexedSessionRepositoryCustomizer attributes =
                new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
        return sessions -> {
            attributes.customize(sessions);
            sessions.setUpdateSessionQuery(TOUCH);
        };
    }
}
