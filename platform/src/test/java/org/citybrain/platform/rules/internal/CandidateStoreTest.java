package org.citybrain.platform.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.citybrain.kernel.wire.Candidate;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.rules.internal.CandidateStore.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Candidates of a scene that nobody works on, so that they stay where the test put them. */
@PlatformTest
class CandidateStoreTest {
    @Autowired
    CandidateStore store;

    @Autowired
    Workers workers;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void stopsTheWorkers() {
        workers.stop();
        jdbc.sql("delete from rules.candidate").update();
    }

    @org.junit.jupiter.api.AfterEach
    void startsTheWorkers() {
        jdbc.sql("delete from rules.candidate").update();
        workers.start();
    }

    private static Map.Entry<String, Candidate> candidate(String subject, long sequence) {
        return Map.entry(
                "a-rule",
                new Candidate(
                        "a-scene",
                        "a-stream",
                        "person",
                        subject,
                        "2026",
                        "a.table",
                        Map.of("a.table/0", sequence),
                        List.of("a.table/0/" + sequence + "/0"),
                        1_000,
                        1_000));
    }

    @Test
    void asksOnceForASubjectThatAStreamPointsAtTwice() {
        store.add(List.of(candidate("p1", 7), candidate("p2", 8), candidate("p1", 9)));
        store.add(List.of(candidate("p1", 5)));

        List<Waiting> claimed = store.claim(10);
        assertThat(claimed).extracting(Waiting::subject).containsExactlyInAnyOrder("p1", "p2");
        Waiting first = claimed.stream()
                .filter(waiting -> waiting.subject().equals("p1"))
                .findFirst()
                .orElseThrow();
        assertThat(first.positions()).containsExactlyEntriesOf(Map.of("a.table/0", 9L));
        assertThat(first.receipts()).containsExactly("a.table/0/7/0", "a.table/0/9/0", "a.table/0/5/0");
    }

    @Test
    void keepsWhatWasAskedForAgainWhileItWasBeingDecided() {
        store.add(List.of(candidate("p1", 1), candidate("p2", 1)));
        List<Waiting> claimed = store.claim(10);
        store.add(List.of(candidate("p2", 2)));

        store.decided(claimed);

        assertThat(store.claim(10)).extracting(Waiting::subject).containsExactly("p2");
    }
}
