package org.citybrain.platform.subscription;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The platform between a providing and a receiving department, fresh before every test. */
abstract class BetweenTwoDepartments {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient db;

    Provider provider;
    Consumer consumer;

    @Autowired
    private InMemoryTopicPort port;

    @BeforeEach
    void begin() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        provider = new Provider(mvc, port, db);
        consumer = new Consumer(mvc, port);
    }

    String wish(String filter, String... fields) {
        return consumer.wish(provider, filter, fields);
    }

    void refused(RequestPostProcessor who, String wish, int expected, String code) throws Exception {
        mvc.perform(post("/api/subscriptions")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish))
                .andExpect(status().is(expected))
                .andExpect(jsonPath("$.code").value(code));
    }
}
