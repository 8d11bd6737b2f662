package org.citybrain.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.wire.Delivery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryWriterTest {
    private static EmbeddedPostgres postgres;
    private static SourceAddress address;
    private static DeliveryWriter subject;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        address = new SourceAddress("127.0.0.1", postgres.getPort(), "postgres", "postgres", "postgres");
        subject = new DeliveryWriter(address);
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyTables() throws Exception {
        try (Connection connection = address.open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS payment_order, citybrain_delivery");
            statement.execute(
                    "CREATE TABLE payment_order(order_no varchar(40) PRIMARY KEY, monthly_amount numeric(12,2),"
                            + " starts_on date, reason text, received_at timestamp)");
        }
    }

    private static Delivery delivery(String id, String order, String amount) {
        Map<String, String> columns = new HashMap<>();
        columns.put("order_no", order);
        columns.put("monthly_amount", amount);
        columns.put("starts_on", "2026-12-01");
        columns.put("reason", null);
        columns.put("received_at", "2026-11-21 10:00:00.5");
        return new Delivery(
                id,
                "civil_affairs",
                "payment_order",
                "order_no",
                columns,
                "case-1",
                1,
                Delivery.digestOf(id, "civil_affairs", "payment_order", columns));
    }

    private static String rows() throws Exception {
        try (Connection connection = address.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT string_agg(p::text, ';' ORDER BY order_no) FROM payment_order p")) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }

    @Test
    void writesADeliveryOnceAndAnswersRepeatedAfterwards() throws Exception {
        DeliveryWriter.Outcome first = subject.write(delivery("x1", "A-1", "890.5"));
        assertThat(first.verdict()).isEqualTo("WRITTEN");
        DeliveryWriter.Outcome second = subject.write(delivery("x1", "A-1", "890.5"));
        assertThat(second.verdict()).isEqualTo("REPEATED");
        assertThat(second.writtenAtMicros()).isEqualTo(first.writtenAtMicros());
        assertThat(rows()).isEqualTo("(A-1,890.50,2026-12-01,,\"2026-11-21 10:00:00.5\")");
    }

    @Test
    void writesOnceWhenTheSameDeliveryComesFromManySidesAtOnce() throws Exception {
        subject.write(delivery("x0", "A-0", "1"));
        var outcomes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return subject.write(delivery("x1", "A-1", "1")).verdict();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).containsOnlyOnce("WRITTEN").containsOnly("WRITTEN", "REPEATED");
        assertThat(rows().split(";")).hasSize(2);
    }

    @Test
    void refusesAValueLongerThanItsColumnInsteadOfCuttingIt() throws Exception {
        assertThat(subject.write(delivery("x1", "A".repeat(41), "1")).verdict()).isEqualTo("REFUSED");
        assertThat(rows()).isEqualTo("null");
    }

    @Test
    void refusesWhatTheDepartmentsTableCannotTakeAndLeavesNoTrace() throws Exception {
        assertThat(subject.write(delivery("x1", "A-1", "a lot"))).satisfies(outcome -> {
            assertThat(outcome.verdict()).isEqualTo("REFUSED");
            assertThat(outcome.reason()).contains("numeric");
        });
        Delivery good = delivery("x1", "A-1", "1");
        Delivery wrongTable = new Delivery(
                "x2",
                "civil_affairs",
                "no_such",
                "order_no",
                good.columns(),
                "c",
                1,
                Delivery.digestOf("x2", "civil_affairs", "no_such", good.columns()));
        assertThat(subject.write(wrongTable).reason()).contains("no table no_such");
        Delivery forged =
                new Delivery("x3", "civil_affairs", "payment_order", "order_no", good.columns(), "c", 1, good.digest());
        assertThat(subject.write(forged).reason()).contains("digest");
        assertThat(rows()).isEqualTo("null");
        assertThat(subject.write(good).verdict()).as("after it was mended").isEqualTo("WRITTEN");
    }

    @Test
    void refusesAnotherContentUnderAKnownIdOrKey() throws Exception {
        subject.write(delivery("x1", "A-1", "1"));
        assertThat(subject.write(delivery("x1", "A-1", "2")).reason()).contains("another content");
        assertThat(subject.write(delivery("x2", "A-1", "1")).reason()).contains("already has a row");
    }
}
