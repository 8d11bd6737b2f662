package org.citybrain.platform.process.internal;

import java.util.Set;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** The engine touches its schema when it is configured: it waits for the migrations. Named in META-INF/spring.factories. */
public class FlowableAfterFlyway extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {
    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
        return Set.of(SpringProcessEngineConfiguration.class);
    }
}
