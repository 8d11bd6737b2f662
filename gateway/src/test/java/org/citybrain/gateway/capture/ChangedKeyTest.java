package org.citybrain.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.finding.Finding;
import org.junit.jupiter.api.Test;

/** Rows that come under another key: the old key ends, the new one begins, each once, also across a load. */
class ChangedKeyTest extends CapturedDepartment {
    ChangedKeyTest() {
        super(
                "CREATE TABLE subsidy(id int PRIMARY KEY, town int NOT NULL, amount numeric(12,2))",
                "INSERT INTO subsidy SELECT g, 300 - g, g * 1.25 FROM generate_series(1, 200) g");
    }

    @Override
    void awaitReceived() {
        database.awaitExact("subsidy");
    }

    @Test
    void comparesChangedKeysAsEndsAndBeginnings() {
        database.execute("UPDATE subsidy SET id = id + 1000 WHERE id <= 10", "INSERT INTO subsidy VALUES (3, 3, 3)");
        awaitReceived();
        int before = database.sink.records("test.subsidy").size();
        database.execute(
                "ALTER TABLE subsidy ALTER COLUMN amount TYPE numeric(14,4)",
                "UPDATE subsidy SET id = id + 1000 WHERE id BETWEEN 11 AND 20");
        database.awaitFinding("test.subsidy GW-108");
        awaitReceived();
        List<ChangeRecord> records = database.sink.records("test.subsidy");
        assertThat(records.subList(before, records.size()))
                .as("keys that ended before are not ended again")
                .filteredOn(change -> change.op() == 'd')
                .hasSize(10);
    }

    @Test
    void bringsRowsUnderTheirNewKeyWhenTheKeyGetsOtherColumns() {
        database.execute("ALTER TABLE subsidy DROP CONSTRAINT subsidy_pkey, ADD PRIMARY KEY (town, id)");
        database.awaitFinding("test.subsidy GW-108");
        awaitReceived();
        assertThat(database.findings).containsExactly("test.subsidy GW-112", "test.subsidy GW-108");
        Finding told = database.told.getFirst();
        assertThat(told.message().zh()).contains("由 id 改为 id, town");
        assertThat(told.advice().zh()).contains("恢复原主键");
        assertThat(database.sink.records("test.subsidy").getLast().key()).hasSize(1);
        database.execute(
                "UPDATE subsidy SET town = 7 WHERE id = 5",
                "DELETE FROM subsidy WHERE id = 6",
                "UPDATE subsidy SET amount = 1");
        awaitReceived();
        assertThat(database.sink.records("test.subsidy").getLast().key()).hasSize(2);
    }

    @Test
    void keepsApartRowsWhoseOldAndNewKeysAreTheSameNumbers() {
        database.execute("ALTER TABLE subsidy DROP CONSTRAINT subsidy_pkey, ADD PRIMARY KEY (town)");
        database.awaitFinding("test.subsidy GW-108");
        awaitReceived();
        List<ChangeRecord> records = database.sink.records("test.subsidy");
        // towns are 100 to 299, ids were 1 to 200
        assertThat(records.subList(200, records.size()))
                .extracting(ChangeRecord::op)
                .containsOnly('u', 'c', 'd');
        assertThat(records).filteredOn(change -> change.op() == 'd').hasSize(99);
        database.execute("UPDATE subsidy SET id = 9 WHERE town = 150", "UPDATE subsidy SET town = 9 WHERE town = 151");
        awaitReceived();
    }

    @Test
    void followsAKeyThatIsGivenUpAndMadeAgain() {
        database.execute("ALTER TABLE subsidy DROP CONSTRAINT subsidy_pkey");
        database.awaitFinding("test.subsidy GW-112");
        database.awaitFinding("test.subsidy GW-108");
        awaitReceived();
        database.execute("UPDATE subsidy SET amount = 2 WHERE id = 4");
        awaitReceived();
        database.findings.clear();
        database.execute("ALTER TABLE subsidy ADD PRIMARY KEY (id)");
        database.awaitFinding("test.subsidy GW-108");
        awaitReceived();
    }

    @Test
    void takesARenamedColumnOfTheKeyForTheSameRows() {
        database.execute("ALTER TABLE subsidy RENAME COLUMN id TO number", "INSERT INTO subsidy VALUES (900, 900, 9)");
        database.awaitFinding("test.subsidy GW-108");
        awaitReceived();
        assertThat(database.findings).contains("test.subsidy GW-112");
        assertThat(database.sink.records("test.subsidy"))
                .extracting(ChangeRecord::op)
                .doesNotContain('d');
    }

    @Test
    void noticesAnotherKeyOfATableThatWasMadeAgainWhileTheGatewayWasDown() throws Exception {
        database.stopCapture();
        database.execute(
                "DROP TABLE subsidy",
                "CREATE TABLE subsidy(id int, town int, amount numeric(12,2), PRIMARY KEY (id, town))",
                "INSERT INTO subsidy SELECT g, 300 - g, g * 1.25 FROM generate_series(1, 150) g");
        database.startCapture();
        database.awaitFinding("test.subsidy GW-112");
        awaitReceived();
    }
}
