package org.citybrain.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class AdmissionTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ProblemWriter problems = new ProblemWriter(JsonMapper.shared());
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    @AfterEach
    void sendsAllHome() {
        done.countDown();
        people.close();
    }

    private Callable<MockHttpServletResponse> asking(Admission door, String address) {
        return () -> {
            MockHttpServletResponse response = new MockHttpServletResponse();
            door.doFilter(new MockHttpServletRequest("GET", address), response, (request, answer) -> {
                inside.countDown();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return response;
        };
    }

    @Test
    void sendsAwayWhoComesWhenTheLineIsFullAndServesHimLater() throws Exception {
        Admission door = new Admission(problems, 1, 0, LONG);
        Future<MockHttpServletResponse> first = people.submit(asking(door, "/api/me"));
        inside.await();
        MockHttpServletResponse second = asking(door, "/api/me").call();
        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("2");
        assertThat(second.getContentAsString()).contains("\"code\":\"unavailable\"");
        done.countDown();
        assertThat(first.get().getStatus()).isEqualTo(200);
        assertThat(asking(door, "/api/me").call().getStatus()).isEqualTo(200);
    }

    @Test
    void letsTheLineWaitForAPlace() throws Exception {
        Admission door = new Admission(problems, 1, 1, LONG);
        Future<MockHttpServletResponse> first = people.submit(asking(door, "/api/me"));
        inside.await();
        Future<MockHttpServletResponse> second = people.submit(asking(door, "/api/me"));
        done.countDown();
        assertThat(first.get().getStatus()).isEqualTo(200);
        assertThat(second.get().getStatus()).isEqualTo(200);
    }

    @Test
    void keepsNobodyWaitingForEver() throws Exception {
        Admission door = new Admission(problems, 1, 10, Duration.ofMillis(1));
        people.submit(asking(door, "/api/me"));
        inside.await();
        assertThat(asking(door, "/api/me").call().getStatus()).isEqualTo(503);
    }

    @Test
    void doesNotMakeASignInWaitForItself() throws Exception {
        Admission door = new Admission(problems, 1, 0, LONG);
        people.submit(asking(door, "/login/oauth2/code/city"));
        inside.await();
        Future<MockHttpServletResponse> own = people.submit(asking(door, "/oauth2/token"));
        done.countDown();
        assertThat(own.get().getStatus()).isEqualTo(200);
    }
}
