package org.citybrain.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.home.HomeProperties;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole platform over its own database and an in-memory broker. All tests that carry only this annotation
 * share one context. Calls come from {@code As.role(…)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = PlatformApplication.class, properties = "platform.topics=memory")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = PlatformTest.Initializer.class)
public @interface PlatformTest {

    /** Gives the context a home, a database and a broker in memory. */
    final class Initializer implements ApplicationContextInitializer<GenericApplicationContext> {

        @Override
        public void initialize(GenericApplicationContext context) {
            HomeConfig config = TestHome.config(TestDatabase.fresh(), 18080);
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource("home", HomeProperties.of(config)));
            context.registerBean(HomeConfig.class, () -> config);
            context.registerBean(Home.class, () -> new Home(config));
            context.registerBean(InMemoryTopicPort.class, InMemoryTopicPort::new);
        }
    }
}
