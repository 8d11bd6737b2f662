package org.citybrain.platform.registry.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class QualityCountsTest {
    private static final String RESOURCE = "education.counted_in_a_test";
    private static final List<QualityMeasure> MEASURES = QualityMeasure.ofEverySource();

    @Autowired
    private QualityCounts counts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void begin() {
        jdbc.sql("delete from registry.record where resource like ?")
                .param(RESOURCE + "%")
                .update();
        jdbc.sql("delete from registry.quality_count where resource = ?")
                .param(RESOURCE)
                .update();
        record(RESOURCE, "1", "q1", "{\"name\": \"甄示范\"}");
        record(RESOURCE, "2", "q1", "{\"name\": \"\"}");
        record(RESOURCE, "3", "q2", "{}");
        record(RESOURCE + "_2", "1", "q1", "{}");
    }

    private void record(String resource, String key, String entity, String fields) {
        jdbc.sql("""
                        insert into registry.record (kind, resource, key, fields, tokens, lane, sequence, row_no, valid_from, known_from,
                          entity, entity_since, home, settled)
                        values ('person', ?, ?, ?::jsonb, '{}', 0, 1, 0, now(), now(), ?, now(), ?, true)""").params(resource, key, fields, entity, entity).update();
    }

    @Test
    void countsWhatIsJoinedRepeatedAndFilledIn() {
        List<QualityMeasure> measures = List.of(
                MEASURES.get(0),
                MEASURES.get(1),
                MEASURES.get(2),
                MEASURES.get(3),
                MEASURES.get(4),
                QualityMeasure.filled("name", new Bilingual("姓名", "Name")));
        assertThat(counts.current(RESOURCE, measures).counts())
                .containsEntry("records", 3L)
                .containsEntry("valid-number", 0L)
                .containsEntry("joined", 2L)
                .containsEntry("doubtful", 0L)
                .containsEntry("repeated", 1L)
                .containsEntry("filled-name", 1L);
    }

    @Test
    void countsASmallSourceAnewEachTimeItIsAskedFor() {
        counts.current(RESOURCE, MEASURES);
        record(RESOURCE, "4", "q4", "{}");
        assertThat(counts.current(RESOURCE, MEASURES).of(MEASURES.getFirst())).isEqualTo(4);
    }

    @Test
    void tellsTheLastCountsOfALargeSourceWithTheirMomentUntilItHasRested() {
        counts.current(RESOURCE, MEASURES);
        Instant recently = Instant.now().minus(Duration.ofSeconds(40)).truncatedTo(ChronoUnit.MILLIS);
        took(1_000, recently);
        record(RESOURCE, "4", "q4", "{}");

        counts.renew(RESOURCE, MEASURES);
        QualityCounts.Counted resting = counts.current(RESOURCE, MEASURES);
        assertThat(resting.of(MEASURES.getFirst())).isEqualTo(3);
        assertThat(resting.at()).isEqualTo(recently);

        took(1_000, recently.minusSeconds(20));
        counts.renew(RESOURCE, MEASURES);
        assertThat(counts.current(RESOURCE, MEASURES).of(MEASURES.getFirst())).isEqualTo(4);
    }

    private void took(long millis, Instant at) {
        jdbc.sql("update registry.quality_count set took_millis = ?, counted_at = ?::timestamptz where resource = ?")
                .params(millis, at.toString(), RESOURCE)
                .update();
    }
}
