package org.citybrain.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citybrain.streaming.EnginesProcess.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.ActiveNeed;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.kernel.wire.SqlFile;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.pool.PoolReader;
import org.citybrain.streaming.pool.PoolTables;
import org.citybrain.streaming.pool.SourceReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Signed batches through a real broker, cluster and database, over kills and restarts. Starts heavy processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IntakeEndToEndTest {
    private static final String FATHER = "360999198001011238";

    private Database database;
    private EnginesProcess engines;
    private Department insurance;
    private Department.Table bills;
    private Department.Table visits;

    @BeforeAll
    void startTheCity(@TempDir Path home) throws Exception {
        database = new Database();
        engines = new EnginesProcess(home, database.url);
        engines.start();
        insurance = new Department("health_insurance", engines.bootstrap());
        bills = insurance
        .new Table(
                "settlement",
                FieldSpec.ofColumn("settlement_no", "bigint", false, true),
                FieldSpec.ofColumn("id_number", "character varying(18)", true, false)
                        .withElement("identity-number"),
                FieldSpec.ofColumn("settled_on", "date", true, false),
                FieldSpec.ofColumn("self_paid", "numeric(14,2)", true, false),
                FieldSpec.ofColumn("updated_at", "timestamp without time zone", true, false));
        bills.needs.add(new ActiveNeed(
                "anti-poverty",
                List.of("settlement_no", "id_number", "self_paid", "id_number_ref"),
                List.of("id_number_ref")));
        visits = insurance
        .new Table(
                "visit",
                FieldSpec.ofColumn("place", "text", true, false),
                FieldSpec.ofColumn("seen", "boolean", true, false));
    }

    @AfterAll
    void stopTheCity() throws Exception {
        insurance.close();
        engines.close();
        database.close();
    }

    private static String[] bill(int no, String cost) {
        return new String[] {String.valueOf(no), FATHER, "2026-10-20", cost, "2026-11-01 08:00:00.5"};
    }

    private String lane(String resource) {
        List<String> lanes =
                database.rows("select sequence, state from exchange.lane where resource = '" + resource + "'");
        return lanes.isEmpty() ? "" : lanes.getFirst();
    }

    private void lanesAreAt(Department.Table... tables) {
        for (Department.Table table : tables) {
            eventually(
                    "lane " + table.resource + " at " + table.sequence,
                    40,
                    () -> lane(table.resource).equals(table.sequence + "|FLOWING"));
        }
    }

    private List<List<String>> pool(Department.Table table) {
        List<List<String>> rows = new ArrayList<>();
        try (PoolTables tables = PoolTables.open(engines.poolDir())) {
            new PoolReader(tables.get(PoolTables.standard(table.resource))).read(row -> rows.add(row.values()));
        } catch (org.apache.paimon.catalog.Catalog.TableNotExistException e) {
            return rows;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static List<String> sorted(Iterable<List<String>> rows) {
        List<String> sorted = new ArrayList<>();
        rows.forEach(row -> sorted.add(String.valueOf(row)));
        sorted.sort(null);
        return sorted;
    }

    private void poolEqualsTheSource() {
        eventually(
                "the pool equals the source",
                40,
                () -> sorted(pool(bills)).equals(sorted(bills.keyed.values()))
                        && sorted(pool(visits)).equals(sorted(visits.keyless)));
    }

    private void factsEqualTheSource() {
        List<String> expected = bills.keyed.values().stream()
                .map(row -> row.get(0) + "|" + row.get(3))
                .sorted()
                .toList();
        assertThat(database
                        .rows("select fields->>'settlement_no', fields->>'self_paid' from pool.fact"
                                + " where not deleted and resource like '%.settlement'")
                        .stream()
                        .sorted())
                .isEqualTo(expected);
    }

    private void everyBatchIsReceiptedOnce() {
        for (Department.Table table : List.of(bills, visits)) {
            assertThat(database.one("select count(*), count(distinct sequence), max(sequence) from exchange.batch"
                            + " where verdict = 'ACCEPTED' and resource = '" + table.resource + "'"))
                    .isEqualTo(table.sequence + "|" + table.sequence + "|" + table.sequence);
        }
    }

    @Test
    @Order(1)
    void parksABatchUntilTheCatalogueKnowsKeyAndSchemaThenKeepsFactsAndReceipts() {
        bills.put(bill(1, "100.00")).put(bill(2, "200.50")).send();
        eventually("parked", 30, () -> lane(bills.resource).equals("0|PARKED"));
        insurance.announceKey();
        bills.announce();
        visits.put("镇卫生院", "t").put("镇卫生院", "t").put("村\t卫生室", null).send();
        visits.announce();
        lanesAreAt(bills, visits);
        factsEqualTheSource();
        assertThat(database.one("select lookups[1] like 'id_number_ref=p3609-%' from pool.fact limit 1"))
                .isEqualTo("t");
        assertThat(database.one("select key from pool.fact order by key limit 1"))
                .isEqualTo("1");
        poolEqualsTheSource();
    }

    @Test
    @Order(2)
    void dropsRepeatsHoldsAtAGapAndRefusesWhatIsForged() {
        bills.put(bill(1, "110.00"));
        byte[] second = bills.seal();
        bills.put(bill(3, "300.00"));
        byte[] third = bills.seal();
        bills.deliver(third);
        eventually("held", 20, () -> lane(bills.resource).equals("1|HELD"));
        byte[] forged = second.clone();
        forged[forged.length - 3] ^= 1;
        bills.deliver(forged);
        eventually(
                "refused",
                20,
                () -> !database.rows("select 1 from exchange.batch where verdict = 'REFUSED'")
                        .isEmpty());
        bills.deliver("no batch at all".getBytes());
        bills.deliver(second);
        bills.deliver(second);
        bills.deliver(third);
        lanesAreAt(bills);
        everyBatchIsReceiptedOnce();
        factsEqualTheSource();
        assertThat(database.one("select count(*) from exchange.finding where code = 'IN-301'"))
                .isEqualTo("2");
    }

    @Test
    @Order(3)
    void setsBadRowsAsideWithFindingsAndTakesTheOthers() {
        List<String> impossible = Arrays.asList("8", FATHER, "2026-02-30", "1.00", null);
        List<String> notANumber = Arrays.asList("9", FATHER, null, "viel", null);
        bills.raw('c', null, impossible).raw('c', null, notANumber);
        bills.put("10", "360999198001011239", "2026-10-21", "5.00", null).send();
        lanesAreAt(bills);
        assertThat(database.rows("select row_no, row_key_masked, field, code, severity, excerpt from exchange.finding"
                        + " where code <> 'IN-301' order by row_no"))
                .containsExactly(
                        "0|8|settled_on|IN-104|ERROR|2026-02-30",
                        "1|9|self_paid|IN-103|ERROR|viel",
                        "2|10|id_number|IN-201|WARNING|3609**********1239");
        assertThat(database.one("select fields->>'id_number_ref' from pool.fact where key = '10'"))
                .isEqualTo("null");
        assertThat(database.one("select good_rows, bad_rows from exchange.batch where resource = '" + bills.resource
                        + "' and sequence = " + bills.sequence))
                .isEqualTo("1|2");
        factsEqualTheSource();
    }

    @Test
    @Order(4)
    void takesAwayOneOfEqualRowsOfATableWithoutAKey() {
        visits.remove("镇卫生院", "t")
                .put("新\\n村", "f")
                .put("镇卫生院", "t")
                .put("镇卫生院", "t")
                .send();
        visits.remove("镇卫生院", "t").send();
        lanesAreAt(visits);
        poolEqualsTheSource();
        assertThat(pool(visits)).hasSize(4);
    }

    @Test
    @Order(5)
    void fillsInTheFactsOfANeedThatBecomesActiveWhileTheResourceFlows() {
        visits.needs.add(new ActiveNeed("care", List.of("place"), List.of("place")));
        bills.needs.add(new ActiveNeed("care", List.of("settled_on"), List.of()));
        visits.announce();
        bills.announce();
        eventually(
                "facts of every visit",
                30,
                () -> database.one("select count(*) from pool.fact where resource like '%.visit' and not deleted")
                        .equals(String.valueOf(visits.keyless.size())));
        eventually(
                "the new field of every bill",
                30,
                () -> database.one(
                                "select count(*) from pool.fact where resource like '%.settlement' and not fields ? 'settled_on'")
                        .equals("0"));
        visits.remove("新\\n村", "f").send();
        lanesAreAt(visits);
        assertThat(database.one("select count(*) from pool.fact where resource like '%.visit' and not deleted"))
                .isEqualTo(String.valueOf(visits.keyless.size()));
    }

    @Test
    @Order(6)
    void runsASceneThatIsDeployedWhileTheCityRunsAndRefusesABadOne() {
        scene(
                "1",
                "SELECT 'person', id_number_ref, '2026', 'health_insurance.settlement', _sequence, _row, _source_time"
                        + " FROM `health_insurance.settlement` WHERE self_paid > 150");
        eventually(
                "candidates of the rows that were there", 60, () -> candidates().contains("settlement/0/3/0"));
        bills.put(bill(20, "999.00")).send();
        String place = bills.sequence + "/0";
        eventually("a candidate of the new row", 20, () -> candidates().contains(place));
        scene(
                "2",
                "SELECT 'person', settled_on, '2026', 'x', _sequence, _row, _source_time"
                        + " FROM `health_insurance.settlement`");
        eventually("refused", 30, () -> engines.health().contains("\"care\":\"REFUSED\""));
        scene(
                "3",
                "SELECT 'person', id_number_ref, '2027', 'health_insurance.settlement', _sequence, _row, _source_time"
                        + " FROM `health_insurance.settlement` WHERE self_paid > 900");
        eventually("the new version took over", 60, () -> candidates().contains("2027"));
    }

    private void scene(String version, String select) {
        ResourceEntry entry = new ResourceEntry(
                bills.resource,
                new Bilingual("表", "table"),
                "health_insurance",
                "",
                "",
                bills.versions,
                List.of(new ActiveNeed("care", List.of("id_number", "self_paid"), List.of("id_number_ref"))));
        SqlFile sql = new SqlFile("streams/bills.sql", "INSERT INTO candidates " + select);
        insurance.send(
                Topics.JOBS,
                "care",
                WireJson.write(new SceneJob("care", "care", version, "RUNNING", List.of(sql), List.of(entry))));
    }

    /** What has come on cb.candidates, as text. */
    private String candidates() {
        StringBuilder all = new StringBuilder();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", engines.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> topic = List.of(new TopicPartition(Topics.CANDIDATES, 0));
            consumer.assign(topic);
            consumer.seekToBeginning(topic);
            long end = consumer.endOffsets(topic).get(topic.getFirst());
            while (consumer.position(topic.getFirst()) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> all.append(new String(message.value())));
            }
        }
        return all.toString();
    }

    @Test
    @Order(7)
    void goesOnWhereItWasAfterKillsWithEveryRowOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 400; i++) {
                int no = 100 + (i * 7 + round * 13) % 300;
                bills.put(bill(no, i + "." + round + "0"));
                if (i % 5 == 4) {
                    bills.sendQuickly();
                    visits.put("第" + i % 9 + "卫生院", "t").sendQuickly();
                }
                if (i == 200 && round < 2) {
                    bills.remove(String.valueOf(bills.keyed.keySet().iterator().next()));
                    engines.kill();
                    engines.start();
                }
            }
        }
        lanesAreAt(bills, visits);
        everyBatchIsReceiptedOnce();
        factsEqualTheSource();
        poolEqualsTheSource();
        sourceHoldsEveryBatchOnce();
    }

    private void sourceHoldsEveryBatchOnce() throws Exception {
        List<String> places = new ArrayList<>();
        Map<String, List<String>> newest = new java.util.HashMap<>();
        try (PoolTables tables = PoolTables.open(engines.poolDir())) {
            var table = tables.get(PoolTables.source(bills.resource));
            List<SourceReader.SourceRow> changes = new ArrayList<>();
            new SourceReader(table).read(changes::add);
            changes.sort(java.util.Comparator.<SourceReader.SourceRow>comparingLong(
                            row -> row.batch().header().sequence())
                    .thenComparing(SourceReader.SourceRow::row));
            for (SourceReader.SourceRow row : changes) {
                places.add(row.batch().header().sequence() + "/" + row.row());
                newest.put(row.change().key().getFirst(), row.change().after());
            }
            assertThat(changes.getFirst().batch().verifies(new Sm2.Verifier(insurance.key.publicKeyHex())))
                    .isTrue();
            assertThat(table.snapshotManager().latestSnapshot().properties())
                    .containsKeys("lane.0", "kafka.cb.batches.health_insurance/0");
        }
        assertThat(places).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(
                        places.stream().map(p -> Long.valueOf(p.split("/")[0])).toList()))
                .hasSize((int) bills.sequence);
        bills.keyed.forEach((key, row) -> assertThat(newest).containsEntry(key, row));
    }

    @Test
    @Order(8)
    void takesANewSchemaVersionAfterItIsAccepted() throws Exception {
        bills.schema(
                FieldSpec.ofColumn("settlement_no", "bigint", false, true),
                FieldSpec.ofColumn("id_number", "character varying(18)", true, false)
                        .withElement("identity-number"),
                FieldSpec.ofColumn("settled_on", "text", true, false),
                FieldSpec.ofColumn("self_paid", "numeric(16,4)", true, false),
                FieldSpec.ofColumn("hospital", "text", true, false));
        bills.put("5001", FATHER, "去年", "1234567890.1234", "市医院").send();
        eventually("parked", 20, () -> lane(bills.resource).equals(bills.sequence - 1 + "|PARKED"));
        bills.announce();
        lanesAreAt(bills);
        eventually("the pool has the new row", 30, () -> pool(bills).size() == bills.keyed.size());
        assertThat(pool(bills)).contains(Arrays.asList("5001", FATHER, "去年", "1234567890.1234", "市医院"));
    }

    @Test
    @Order(9)
    void stopsCleanlyWithinTenSecondsAndGoesOn() throws Exception {
        assertThat(engines.stop()).isLessThan(Duration.ofSeconds(10));
        bills.put("5002", FATHER, null, "1.0000", null);
        engines.start();
        bills.send();
        lanesAreAt(bills);
        everyBatchIsReceiptedOnce();
    }
}
