package org.citybrain.platform.pool.internal;

import org.citybrain.platform.home.Home;
import org.citybrain.platform.pool.PoolTables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    /** Opened at the first question: the reader's classes are many, and a start need not wait for them. */
    @Bean(destroyMethod = "close")
    @Lazy
    PaimonTables paimonTables(Home home) {
        return new PaimonTables(home.config().getPath("pool.dir"));
    }

    @Bean
    @Primary
    PoolTables poolTables(ObjectProvider<PaimonTables> tables) {
        return new PoolTables() {
            @Override
            public long countOf(String resource) {
                return tables.getObject().countOf(resource);
            }

            @Override
            public java.util.List<java.util.Map<String, @org.jspecify.annotations.Nullable Object>> sampleOf(
                    String resource, int limit) {
                return tables.getObject().sampleOf(resource, limit);
            }

            @Override
            public java.util.Optional<org.citybrain.platform.pool.KeptTable> newest(String resource) {
                return tables.getObject().newest(resource);
            }
        };
    }
}
