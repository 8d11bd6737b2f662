package org.citybrain.streaming.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.ActiveNeed;
import org.citybrain.kernel.wire.Candidate;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.kernel.wire.SqlFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Scene SQL on Flink's resolved plan, and its runs over given rows. */
class SceneStreamsTest {
    private static final String GOOD = """
            -- every change of a bill looks at its person
            INSERT INTO candidates
            SELECT 'person', id_number_ref, CAST(YEAR(settled_on) AS STRING), 'health_insurance.settlement',
              _sequence, _row, _source_time
            FROM `health_insurance.settlement` WHERE self_paid > 10""";

    private static SceneJob job(String sql) {
        List<FieldSpec> fields = List.of(
                FieldSpec.ofColumn("settlement_no", "bigint", false, true),
                FieldSpec.ofColumn("id_number", "varchar(18)", true, false).withElement("identity-number"),
                FieldSpec.ofColumn("settled_on", "date", true, false),
                FieldSpec.ofColumn("self_paid", "numeric(14,2)", true, false),
                FieldSpec.ofColumn("diagnosis", "text", true, false));
        ResourceEntry entry = new ResourceEntry(
                "health_insurance.settlement",
                new Bilingual("结算", "settlement"),
                "health_insurance",
                "",
                "",
                List.of(new SchemaVersion(1, SchemaVersion.fingerprintOf(fields), fields)),
                List.of(
                        new ActiveNeed(
                                "care", List.of("id_number", "settled_on", "self_paid"), List.of("id_number_ref")),
                        new ActiveNeed("other", List.of("diagnosis"), List.of())));
        return new SceneJob(
                "care", "care", "1", "RUNNING", List.of(new SqlFile("streams/bills.sql", sql)), List.of(entry));
    }

    private static List<String> codes(String sql) {
        return OfflineStreams.check(job(sql)).stream().map(Finding::code).toList();
    }

    private static RowChange bill(String op, long sequence, Map<String, String> before, Map<String, String> after) {
        return new RowChange("health_insurance.settlement", op, "7", cast(before), cast(after), 0, sequence, 0, 5, 6);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static Map<String, String> row(String day, String cost) {
        return Map.of("id_number", "x", "id_number_ref", "p3609-a", "settled_on", day, "self_paid", cost);
    }

    @Test
    void refusesEverythingButOneInsertOfGrantedColumnsWithoutAClock() {
        assertThat(codes(GOOD)).isEmpty();
        assertThat(codes("SELECT 1")).containsExactly("ST-002");
        assertThat(codes("DROP TABLE candidates")).containsExactly("ST-002");
        assertThat(codes(GOOD.replace("INSERT INTO", "INSERT OVERWRITE"))).isNotEmpty();
        assertThat(codes(GOOD + "; " + GOOD)).hasSize(1);
        assertThat(codes(GOOD.replace("self_paid > 10", "diagnosis = 'x'"))).containsExactly("ST-004");
        assertThat(codes(GOOD.replace("`health_insurance.settlement` W", "`civil_affairs.assistance` W")))
                .containsExactly("ST-003");
        assertThat(codes(GOOD.replace("self_paid > 10", "settled_on < CURRENT_DATE")))
                .containsExactly("ST-005");
        assertThat(codes(GOOD.replace("YEAR(settled_on)", "YEAR(now())"))).containsExactly("ST-005");
        assertThat(codes(GOOD.replace("self_paid > 10", "id_number <> 'NOW()'")))
                .isEmpty();
        assertThat(codes(GOOD.replace("_source_time\n", "_source_time, 1\n"))).containsExactly("ST-006");
        assertThat(codes(GOOD.replace("WHERE", "WHEN"))).containsExactly("ST-001");
    }

    @Test
    void emitsACandidateForEveryChangeOnceAndDropsRepeats() throws Exception {
        RowChange first = bill("c", 1, null, row("2026-10-20", "20.00"));
        RowChange corrected = bill("u", 2, row("2026-10-20", "20.00"), row("2026-10-20", "25.00"));
        RowChange gone = bill("d", 3, row("2026-10-20", "25.00"), null);
        List<Candidate> candidates = OfflineStreams.run(
                        job(GOOD), List.of(first, corrected, first, corrected, gone, corrected))
                .candidates();
        assertThat(candidates).hasSize(3).allSatisfy(candidate -> {
            assertThat(candidate.subject()).isEqualTo("p3609-a");
            assertThat(candidate.period()).isEqualTo("2026");
            assertThat(candidate.stream()).isEqualTo("bills");
        });
        assertThat(candidates.getFirst().receipts()).containsExactly("health_insurance.settlement/0/1/0");
        assertThat(candidates.get(1).positions()).containsEntry("health_insurance.settlement/0", 2L);
    }

    @Test
    void looksAtBothPeriodsWhenAChangeMovesARowFromOneToTheOther() throws Exception {
        RowChange first = bill("c", 1, null, row("2025-12-31", "20.00"));
        RowChange moved = bill("u", 2, row("2025-12-31", "20.00"), row("2026-01-01", "20.00"));
        assertThat(OfflineStreams.run(job(GOOD), List.of(first, moved)).candidates().stream()
                        .map(Candidate::period))
                .containsExactly("2025", "2025", "2026");
    }

    @Test
    void theScenesOfTheHousePassTheirStreamTests() throws Exception {
        Path scenes = Path.of("..", "scenes");
        Assumptions.assumeTrue(Files.isDirectory(scenes), "there is no scenes folder beside this module");
        try (var folders = Files.list(scenes)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                SceneStreamTests.Report report = SceneStreamTests.run(folder);
                assertThat(report.findings()).as(report.scene()).isEmpty();
                assertThat(report.results())
                        .allSatisfy(result ->
                                assertThat(result.misses()).as(result.name()).isEmpty());
            }
        }
    }
}
