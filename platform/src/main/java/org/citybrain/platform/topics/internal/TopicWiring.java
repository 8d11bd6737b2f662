package org.citybrain.platform.topics.internal;

import org.citybrain.platform.home.Home;
import org.citybrain.platform.topics.TopicPort;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kafka, unless a test brings its own broker and says so. */
@Configuration(proxyBeanMethods = false)
class TopicWiring {

    @Bean
    @ConditionalOnProperty(name = "platform.topics", havingValue = "kafka", matchIfMissing = true)
    TopicPort kafka(Home home) {
        return new KafkaTopicPort(home.config().get("kafka.bootstrap"));
    }
}
