package org.citybrain.gateway.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.junit.jupiter.api.Test;

/** Rows that come under another key: the old key ends, the new one begins, each once, also across a load. */
class ChangedFundKeyTest extends CapturedFundTables {
    ChangedFundKeyTest() {
        super(
                "CREATE TABLE subsidy(id int PRIMARY KEY, town int NOT NULL, amount decimal(12,2))",
                "INSERT INTO subsidy SELECT seq, 300 - seq, seq * 1.25 FROM seq_1_to_200");
    }

    @Override
    void awaitReceived() {
        fund.awaitExact("subsidy");
    }

    @Test
    void endsTheOldKeyAndBeginsTheNewAlsoAcrossALoad() {
        server.execute(
                "fund", "UPDATE subsidy SET id = id + 1000 WHERE id <= 10", "INSERT INTO subsidy VALUES (3, 3, 3)");
        awaitReceived();
        List<ChangeRecord> records = fund.sink.records(TABLE);
        assertThat(records.subList(200, 202)).extracting(ChangeRecord::op).containsExactly('d', 'c');
        server.execute(
                "fund",
                "ALTER TABLE subsidy MODIFY amount decimal(14,4)",
                "UPDATE subsidy SET id = id + 1000 WHERE id BETWEEN 11 AND 20");
        fund.awaitFinding(TABLE + " GW-108");
        awaitReceived();
        assertThat(fund.sink.records(TABLE))
                .filteredOn(change -> change.op() == 'd')
                .hasSize(20);
    }

    @Test
    void bringsRowsUnderTheirNewKeyWhenTheKeyGetsOtherColumns() {
        server.execute(
                "fund",
                "ALTER TABLE subsidy DROP PRIMARY KEY, ADD PRIMARY KEY (town, id)",
                "UPDATE subsidy SET town = 7 WHERE id = 5");
        fund.awaitFinding(TABLE + " GW-108");
        awaitReceived();
        assertThat(fund.findings).contains(TABLE + " GW-112");
        server.execute("fund", "UPDATE subsidy SET town = 8 WHERE id = 5", "DELETE FROM subsidy WHERE id = 6");
        awaitReceived();
        assertThat(fund.sink.records(TABLE).getLast().key()).hasSize(2);
        server.execute("fund", "ALTER TABLE subsidy DROP PRIMARY KEY");
        server.execute("fund", "UPDATE subsidy SET amount = 3 WHERE id = 9");
        awaitReceived();
    }
}
