package org.citybrain.gateway.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citybrain.gateway.CountedTables;
import org.citybrain.kernel.batch.ChangeRecord;
import org.junit.jupiter.api.Test;

/** Alterations that give other values to rows without a change event: afterwards the receiver reads what the source reads. */
class RewrittenFundTest extends CapturedFundTables {
    private static final String STRICT = "SET sql_mode = 'STRICT_TRANS_TABLES'";

    private final AtomicBoolean writing = new AtomicBoolean(true);

    RewrittenFundTest() {
        super(
                "CREATE TABLE subsidy(id int PRIMARY KEY, amount decimal(12,2), changes int, note varchar(20))",
                "INSERT INTO subsidy SELECT seq, seq * 1.25, 0, 'n' FROM seq_1_to_500");
    }

    @Test
    void sendsWhatAModifiedColumnReadsNowThoughNoRowChanged() {
        server.execute("fund", "ALTER TABLE subsidy MODIFY amount decimal(14,4)");
        awaitReceived();
        assertThat(received()).contains(List.of("2", "2.5000", "0", "n"));
        fund.awaitFinding(TABLE + " GW-108");
        assertThat(fund.findings).containsExactly(TABLE + " GW-110", TABLE + " GW-108");
        server.execute("fund", "UPDATE subsidy SET amount = 7 WHERE id = 3", "DELETE FROM subsidy WHERE id = 4");
        awaitReceived();
    }

    @Test
    void sendsTheValueThatANewColumnGaveToOldRowsEvenWhereAChangeCameBehind() {
        server.execute(
                "fund",
                "ALTER TABLE subsidy ADD COLUMN paid tinyint DEFAULT 1",
                "INSERT INTO subsidy VALUES (901, 9.01, 0, 'late', 0)");
        awaitReceived();
        assertThat(received()).contains(List.of("2", "2.50", "0", "n", "1"));
    }

    @Test
    void doesNotLoadAgainWhatNoAlterationRewrote() {
        server.execute(
                "fund",
                STRICT,
                "ALTER TABLE subsidy MODIFY note varchar(60) COMMENT '备注'",
                "ALTER TABLE subsidy ADD COLUMN late int, ADD INDEX (note)",
                "ALTER TABLE subsidy ENGINE=InnoDB",
                "ALTER TABLE subsidy CONVERT TO CHARACTER SET utf8mb4",
                "ALTER TABLE subsidy MODIFY amount decimal(16,2)",
                "INSERT INTO subsidy VALUES (901, 9.01, 0, 'behind them', 4)");
        List<ChangeRecord> records = fund.awaitRecords(TABLE, 501);
        assertThat(records.getLast().after()).containsExactly("901", "9.01", "0", "behind them", "4");
        assertThat(records).hasSize(501);
        assertThat(fund.findings).isEmpty();
    }

    @Test
    void noticesAnAlterationThatHappenedWhileTheGatewayWasDown() throws Exception {
        fund.stop();
        server.execute(
                "fund",
                "ALTER TABLE subsidy MODIFY note varchar(5)",
                "SET sql_mode = ''",
                "UPDATE subsidy SET amount = NULL WHERE id < 9",
                "ALTER TABLE subsidy MODIFY amount decimal(12,2) NOT NULL");
        fund.start();
        awaitReceived();
        assertThat(received()).contains(List.of("2", "0.00", "0", "n"));
        fund.awaitFinding(TABLE + " GW-110");
    }

    @Test
    void takesAwayTheRowsThatAnAlterationDropped() {
        server.execute(
                "fund", "UPDATE subsidy SET note = id WHERE id < 400", "ALTER IGNORE TABLE subsidy ADD UNIQUE (note)");
        awaitReceived();
        assertThat(received()).hasSize(400);
    }

    @Test
    void handsOverExactlyWhileTheSourceIsWrittenTo() throws Exception {
        Thread writer = Thread.ofPlatform().start(this::write);
        for (String alteration : List.of(
                "MODIFY amount decimal(14,4)",
                "MODIFY note varchar(40)",
                "ADD COLUMN paid tinyint NOT NULL DEFAULT 1",
                "DROP COLUMN paid",
                "MODIFY amount decimal(9,1)")) {
            int before = fund.sink.records(TABLE).size();
            server.execute("fund", STRICT, "ALTER TABLE subsidy " + alteration);
            fund.awaitRecords(TABLE, before + 200);
        }
        writing.set(false);
        writer.join();
        awaitReceived();
        assertThat(fund.findings)
                .filteredOn(finding -> finding.endsWith("GW-110"))
                .hasSize(3);
        CountedTables.assertChained(fund.sink.records(TABLE));
    }

    private void write() {
        Random random = new Random(5);
        int next = 1_000;
        while (writing.get()) {
            try (Connection connection = server.address("fund").openMariaDb();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                while (writing.get()) {
                    for (int i = random.nextInt(6); i >= 0; i--) {
                        int id = 1 + random.nextInt(600);
                        statement.execute(
                                switch (random.nextInt(6)) {
                                    case 0 ->
                                        "INSERT INTO subsidy(id, amount, changes, note) VALUES (" + ++next
                                                + ", 3.337, 0, 'new')";
                                    case 1 -> "DELETE FROM subsidy WHERE id = " + (id + 500);
                                    default ->
                                        "UPDATE subsidy SET amount = amount + 0.11, changes = changes + 1 WHERE id = "
                                                + id;
                                });
                    }
                    connection.commit();
                    Thread.sleep(2);
                }
            } catch (SQLException refused) {
                // what was not committed is not in the source either: the next connection goes on
                next++;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    void awaitReceived() {
        fund.awaitEqual("subsidy");
    }

    private List<List<String>> received() {
        return fund.received("subsidy");
    }
}
