package org.citybrain.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Announcements;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.mariadb.MariaDbTestServer;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.subscribe.TableChecksum;
import org.citybrain.kernel.wire.SubscriptionReceipt;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department whose database is MariaDB receives as one does whose database is PostgreSQL. */
class MariaDbReceivingTest {
    private static final Sm2.KeyPair OWN = Sm2.newKeyPair();
    private static final List<FieldSpec> ALL_KINDS = List.of(
            field("id", "character varying(40)", true),
            field("big", "bigint", false),
            field("amount", "numeric(20,6)", false),
            field("free", "numeric", false),
            field("ratio", "double precision", false),
            field("yes", "boolean", false),
            field("day", "date", false),
            field("at", "timestamp(3) without time zone", false),
            field("zone", "timestamp with time zone", false),
            field("raw", "bytea", false),
            field("fixed", "character(6)", false),
            field("long", "text", false),
            field("odd", "jsonb", false));

    private static MariaDbTestServer server;

    private MemorySink sink;
    private SubscriptionConsumer subject;
    private final SentRows firms = new SentRows("firms");
    private long offset;

    private static FieldSpec field(String name, String type, boolean key) {
        return FieldSpec.ofColumn(name, type, !key, key);
    }

    @BeforeAll
    static void startServer(@TempDir Path folder) throws Exception {
        server = new MariaDbTestServer(folder.resolve("data"));
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    @BeforeEach
    void begin() {
        server.execute("fund", "DROP DATABASE IF EXISTS citybrain_received_fund");
        sink = new MemorySink();
        subject = consumer();
    }

    private SubscriptionConsumer consumer() {
        return new SubscriptionConsumer(
                "tax",
                ReceivingDatabase.mariaDb(server.address("fund")),
                new PlatformKeys(SentRows::keys),
                new Sm2.Signer(OWN.privateKeyHex()),
                new Announcements(sink),
                new Health());
    }

    @Test
    void laysATableDownAndAppliesRowsChangesAndDeletionsByKey() throws Exception {
        take(firms.lay(), firms.rows("1,甲,1.50,2026-01-01", "2,乙,null,null", "3,丙,3,2026-03-03"));
        assertThat(query("SELECT CONCAT(column_name, ':', column_type) FROM information_schema.columns"
                        + " WHERE table_name = 'firms_table' ORDER BY ordinal_position"))
                .containsExactly("id:bigint(20)", "name:varchar(20)", "amount:decimal(12,2)", "day:date");
        take(firms.rows("2,乙二,2.00,null", "-3", "-9", "4,丁,4,null", "4,丁四,4.40,null", "1,甲,1.50,2026-01-01"));
        assertThat(rows()).containsExactly("1|甲|1.50|2026-01-01", "2|乙二|2.00", "4|丁四|4.40");
        assertThat(last())
                .extracting(SubscriptionReceipt::upserts, SubscriptionReceipt::deletes, SubscriptionReceipt::tableRows)
                .containsExactly(3L, 1L, 3L);
    }

    @Test
    void givesEveryKindOfValueBackForTheComparison() throws Exception {
        SentRows kinds = new SentRows("kinds", SentRows.KEY, ALL_KINDS);
        List<List<String>> rows = List.of(
                List.of("a", "9007199254740993", "12345678901234.123456", "0.000000000000000000001", "0.1", "t"),
                List.of("a ", "-1", "-0.500000", "123456789012345678901234567890", "1e300", "f"),
                List.of("A", "0", "0.000000", "0", "-2.5E-10", "f"));
        List<String> rest = List.of(
                "2026-11-22",
                "2026-11-22 08:00:00.12",
                "2026-11-22 00:00:00+00",
                "\\x00ff5c",
                "ab    ",
                "长".repeat(3_000),
                "{}");
        TableChecksum sum = new TableChecksum(ALL_KINDS);
        List<String> sent = new ArrayList<>();
        for (List<String> begin : rows) {
            List<String> row = new ArrayList<>(begin);
            row.addAll(rest);
            sum.add(row);
            sent.add(String.join(",", row));
        }
        List<String> nothing = new ArrayList<>(Arrays.asList(new String[ALL_KINDS.size()]));
        nothing.set(0, "n");
        sum.add(nothing);
        sent.add("n" + ",null".repeat(ALL_KINDS.size() - 1));
        take(kinds.lay(), kinds.rows(sent.toArray(String[]::new)), kinds.compare());
        assertThat(last())
                .as(last().reason())
                .extracting(SubscriptionReceipt::verdict, SubscriptionReceipt::tableRows, SubscriptionReceipt::checksum)
                .containsExactly("APPLIED", 4L, sum.hex());
        take(kinds.rows("-a"), kinds.compare());
        assertThat(query("SELECT id FROM citybrain_received_fund.kinds_table ORDER BY id"))
                .containsExactly("A", "a ", "n");
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
        assertThat(rows()).containsExactly("2|乙|2.00");
        assertThat(last())
                .extracting(SubscriptionReceipt::sequence, SubscriptionReceipt::upserts, SubscriptionReceipt::tableRows)
                .containsExactly(answer.sequence(), answer.upserts(), answer.tableRows());
    }

    @Test
    void holdsOnlyTheSubscriptionWhoseTableWasAlteredByHandUntilItIsLaidAnew() throws Exception {
        SentRows shops = new SentRows("shops");
        for (String change : List.of(
                "DROP COLUMN name",
                "CHANGE name title varchar(20)",
                "MODIFY name text",
                "ADD needed int NOT NULL",
                "ADD remark text")) {
            take(firms.lay(), firms.rows("1,甲,1,null"));
            server.execute("citybrain_received_fund", "ALTER TABLE firms_table " + change);
            take(firms.rows("2,乙二,2,null"));
            assertThat(last()).as(change).satisfies(receipt -> {
                assertThat(receipt.verdict()).isEqualTo("HELD");
                assertThat(receipt.code()).isEqualTo("table-altered");
            });
            take(shops.lay(), shops.rows("1,店,1,null"));
            assertThat(last().verdict()).as("others go on").isEqualTo("APPLIED");
        }
        take(firms.lay(), firms.rows("7,庚,7,null"));
        assertThat(rows()).containsExactly("7|庚|7.00");
    }

    @Test
    void writesNothingOfABatchWithAValueThatDoesNotFit() throws Exception {
        take(firms.lay(), firms.rows("1,甲,1,null", "2,一二三四五六七八九十一二三四五六七八九十一,1,null"));
        assertThat(last().verdict()).isEqualTo("HELD");
        assertThat(query("SELECT count(*) FROM citybrain_received_fund.firms_table"))
                .containsExactly("0");
    }

    @Test
    void takesManyRows() throws Exception {
        take(firms.lay());
        for (int from = 0; from < 10_000; from += 2_000) {
            take(firms.rows(IntStream.range(from, from + 2_000)
                    .mapToObj(i -> i + ",企业" + i + "," + i + ".25,2026-01-01")
                    .toArray(String[]::new)));
        }
        assertThat(last().tableRows()).isEqualTo(10_000);
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
                "SELECT CONCAT_WS('|', id, name, amount, day) FROM citybrain_received_fund.firms_table ORDER BY id");
    }

    private static List<String> query(String sql) throws Exception {
        try (Connection connection = server.address("fund").openMariaDb();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }
}
