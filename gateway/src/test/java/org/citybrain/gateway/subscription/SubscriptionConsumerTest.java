package org.citybrain.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Announcements;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.subscribe.TableChecksum;
import org.citybrain.kernel.wire.SubscriptionReceipt;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionConsumerTest {
    private static final Sm2.KeyPair OWN = Sm2.newKeyPair();
    private static EmbeddedPostgres postgres;
    private static SourceAddress address;

    private MemorySink sink;
    private SubscriptionConsumer subject;
    private final SentRows firms = new SentRows("firms");
    private long offset;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        address = new SourceAddress("127.0.0.1", postgres.getPort(), "postgres", "postgres", "postgres");
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void begin() throws Exception {
        execute("DROP SCHEMA IF EXISTS citybrain_received CASCADE");
        sink = new MemorySink();
        subject = consumer();
    }

    private SubscriptionConsumer consumer() {
        return new SubscriptionConsumer(
                "tax",
                ReceivingDatabase.postgres(address),
                new PlatformKeys(SentRows::keys),
                new Sm2.Signer(OWN.privateKeyHex()),
                new Announcements(sink),
                new Health());
    }

    @Test
    void laysATableDownWithItsTypesNamesAndKey() throws Exception {
        take(firms.lay());
        assertThat(query("SELECT column_name || ':' || data_type FROM information_schema.columns"
                        + " WHERE table_name = 'firms_table' ORDER BY ordinal_position"))
                .containsExactly("id:bigint", "name:character varying", "amount:numeric", "day:date");
        assertThat(query("SELECT obj_description('citybrain_received.firms_table'::regclass)"))
                .containsExactly("企业（market.firm）");
        assertThat(query("SELECT col_description('citybrain_received.firms_table'::regclass, 2)"))
                .containsExactly("name的名称");
        assertThat(last().verdict()).isEqualTo("APPLIED");
    }

    @Test
    void appliesRowsChangesAndDeletionsByKeyAndCountsThem() throws Exception {
        take(firms.lay(), firms.rows("1,甲,1.50,2026-01-01", "2,乙,null,null", "3,丙,3,2026-03-03"));
        take(firms.rows("2,乙二,2.00,null", "-3", "-9", "4,丁,4,null", "4,丁四,4.40,null"));
        assertThat(rows()).containsExactly("1|甲|1.50|2026-01-01", "2|乙二|2.00|", "4|丁四|4.40|");
        assertThat(last())
                .extracting(SubscriptionReceipt::upserts, SubscriptionReceipt::deletes, SubscriptionReceipt::tableRows)
                .containsExactly(2L, 1L, 3L);
        SubscriptionReceipt receipt = last();
        assertThat(new Sm2.Verifier(OWN.publicKeyHex())
                        .verify(Sm3.utf8(receipt.signedText()), HexFormat.of().parseHex(receipt.signature())))
                .isTrue();
    }

    @Test
    void answersARepeatAgainAndDoesNotDoItAgain() throws Exception {
        byte[] lay = firms.lay();
        byte[] first = firms.rows("1,甲,1,null");
        byte[] second = firms.rows("-1", "2,乙,2,null");
        take(lay, first, second);
        SubscriptionReceipt answer = receipts().get(1);
        subject = consumer();
        take(lay, first);
        assertThat(rows()).containsExactly("2|乙|2.00|");
        assertThat(last())
                .extracting(SubscriptionReceipt::sequence, SubscriptionReceipt::upserts, SubscriptionReceipt::tableRows)
                .containsExactly(answer.sequence(), answer.upserts(), answer.tableRows());
    }

    @Test
    void comparesTheWholeTableAsItIsNow() throws Exception {
        take(firms.lay(), firms.rows("1,甲,1.50,2026-01-01", "2,乙,null,null"), firms.compare());
        TableChecksum expected = new TableChecksum(SentRows.FIELDS);
        List<String> second = new ArrayList<>(List.of("2", "乙"));
        second.add(null);
        second.add(null);
        expected.add(second);
        expected.add(List.of("1", "甲", "1.5", "2026-01-01"));
        assertThat(last().checksum()).isEqualTo(expected.hex());
        assertThat(last().tableRows()).isEqualTo(2);

        execute("UPDATE citybrain_received.firms_table SET name = '改' WHERE id = 2");
        take(firms.compare());
        assertThat(last().checksum()).isNotEqualTo(expected.hex());
        assertThat(last().verdict()).isEqualTo("APPLIED");
    }

    @Test
    void holdsOnlyTheSubscriptionWhoseTableWasAlteredByHand() throws Exception {
        SentRows shops = new SentRows("shops");
        for (String change : List.of(
                "DROP COLUMN name",
                "RENAME COLUMN name TO title",
                "ALTER COLUMN name TYPE text",
                "ALTER COLUMN name TYPE varchar(1)",
                "ADD COLUMN name_of_old text")) {
            take(firms.lay(), firms.rows("1,甲,1,null"));
            execute("ALTER TABLE citybrain_received.firms_table " + change);
            take(firms.rows("2,乙二,2,null"));
            assertThat(last()).as(change).satisfies(receipt -> {
                assertThat(receipt.verdict()).isEqualTo("HELD");
                assertThat(receipt.code()).isEqualTo("table-altered");
                assertThat(receipt.reason()).contains("name");
            });
            int answers = receipts().size();
            take(firms.rows("3,丙,3,null"));
            assertThat(receipts()).as("nothing more until it is laid anew").hasSize(answers);
            take(shops.lay(), shops.rows("1,店,1,null"));
            assertThat(last().verdict()).as("others go on").isEqualTo("APPLIED");
        }
        take(firms.lay(), firms.rows("1,甲,1,null"));
        execute("DROP TABLE citybrain_received.firms_table");
        take(firms.rows("2,乙,2,null"));
        assertThat(last().reason()).contains("firms_table");
        take(firms.lay(), firms.rows("7,庚,7,null"));
        assertThat(rows()).containsExactly("7|庚|7.00|");
    }

    @Test
    void holdsWhenItsPlaceIsLostAndWhenABatchIsMissing() throws Exception {
        take(firms.lay(), firms.rows("1,甲,1,null"));
        firms.skip();
        take(firms.rows("2,乙,2,null"));
        assertThat(last()).extracting(SubscriptionReceipt::code).isEqualTo("place-lost");

        take(firms.lay(), firms.rows("1,甲,1,null"));
        execute("DROP SCHEMA citybrain_received CASCADE");
        take(firms.rows("2,乙,2,null"));
        assertThat(last()).extracting(SubscriptionReceipt::code).isEqualTo("place-lost");
        take(firms.lay(), firms.rows("3,丙,3,null"));
        assertThat(rows()).containsExactly("3|丙|3.00|");
    }

    @Test
    void holdsWhoseTableGainedAColumnByHandAtTheNextComparison() throws Exception {
        take(firms.lay(), firms.rows("1,甲,1,null"), firms.compare());
        assertThat(last().verdict()).isEqualTo("APPLIED");
        execute("ALTER TABLE citybrain_received.firms_table ADD COLUMN remark text");
        take(firms.compare());
        assertThat(last()).extracting(SubscriptionReceipt::code).isEqualTo("table-altered");
        assertThat(last().reason()).contains("多出列 remark，请重新铺底", "added by hand (remark): have it laid down anew");
        take(firms.lay(), firms.rows("1,甲,1,null"), firms.compare());
        assertThat(last().verdict()).isEqualTo("APPLIED");
    }

    @Test
    void keepsItsLedgerFromATableOfTheSameNameAndGoesOnWithOthers() throws Exception {
        SentRows shops = new SentRows("shops");
        take(shops.lay(), shops.rows("1,店,1,null"));
        for (String name : List.of("applied", "subscription", "applied_pkey")) {
            take(firms.layAs(name));
            assertThat(last()).as(name).extracting(SubscriptionReceipt::code).isEqualTo("reserved-table");
            assertThat(last().reason()).contains("接收表名 " + name + " 由网关自用", "the table name " + name);
        }
        take(shops.rows("2,店,1,null"));
        assertThat(last())
                .extracting(SubscriptionReceipt::verdict, SubscriptionReceipt::tableRows)
                .containsExactly("APPLIED", 2L);
        take(firms.layAs("firms_table"), firms.rows("1,甲,1,null"));
        assertThat(rows()).containsExactly("1|甲|1.00|");
    }

    @Test
    void saysInPlainWordsWhyTheDatabaseRefusedBeforeTheDatabasesOwnWords() throws Exception {
        take(firms.lay());
        execute("ALTER TABLE citybrain_received.firms_table ADD CHECK (amount < 5)");
        take(firms.rows("1,甲,9,null"));
        assertThat(last().reason())
                .startsWith("接收表上的约束不接受这批行")
                .contains(" · a constraint on the receiving table refuses the rows", "ERROR: new row")
                .doesNotContain("Failing row", "\n");
        take(firms.lay(), firms.rows("2,一二三四五六七八九十一二三四五六七八九十一,1,null"));
        assertThat(last().reason()).startsWith("有值放不进接收表的列").contains(" · a value does not fit a column");
    }

    @Test
    void refusesWhatThePlatformDidNotSign() throws Exception {
        take(firms.lay());
        SentRows forged = new SentRows("firms", Sm2.newKeyPair());
        forged.lay();
        take(forged.rows("1,甲,1,null"));
        assertThat(last()).extracting(SubscriptionReceipt::code).isEqualTo("bad-signature");
        assertThat(query("SELECT count(*) FROM citybrain_received.firms_table")).containsExactly("0");

        byte[] tampered = firms.lay();
        take(new String(tampered, java.nio.charset.StandardCharsets.UTF_8)
                .replace("firms_table", "other_table")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(last()).extracting(SubscriptionReceipt::code).isEqualTo("bad-signature");
    }

    @Test
    void holdsOnAValueThatDoesNotFitAndWritesNothingOfTheBatch() throws Exception {
        take(firms.lay(), firms.rows("1,甲,1,null", "2,一二三四五六七八九十一二三四五六七八九十一,1,null"));
        assertThat(last().verdict()).isEqualTo("HELD");
        assertThat(query("SELECT count(*) FROM citybrain_received.firms_table")).containsExactly("0");
    }

    @Test
    void takesManyRowsInBulk() throws Exception {
        int rows = 40_000;
        take(firms.lay());
        List<byte[]> batches = new ArrayList<>();
        for (int from = 0; from < rows; from += 2_000) {
            batches.add(firms.rows(IntStream.range(from, from + 2_000)
                    .mapToObj(i -> i + ",企业" + i + "," + i + ".25,2026-01-01")
                    .toArray(String[]::new)));
        }
        long begin = System.nanoTime();
        for (byte[] batch : batches) {
            take(batch);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("applied %,d rows in %.2f s: %,.0f rows/s%n", rows, seconds, rows / seconds);
        assertThat(last().tableRows()).isEqualTo(rows);
    }

    private void take(byte[]... messages) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (byte[] message : messages) {
            records.add(new ConsumerRecord<>(Topics.subscribed("tax"), 0, offset++, new byte[0], message));
        }
        subject.take(records);
    }

    private List<SubscriptionReceipt> receipts() {
        return sink.messages().stream()
                .map(message -> WireJson.read(message.value(), SubscriptionReceipt.class))
                .toList();
    }

    private SubscriptionReceipt last() {
        return receipts().getLast();
    }

    private static List<String> rows() throws Exception {
        return query(
                "SELECT concat_ws('|', id, name, amount, coalesce(day::text, '')) FROM citybrain_received.firms_table"
                        + " ORDER BY id");
    }

    private static List<String> query(String sql) throws Exception {
        try (Connection connection = address.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = address.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
