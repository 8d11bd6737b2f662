package org.citybrain.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Alterations that give other values to rows without a change event: afterwards the receiver reads what the source reads. */
class RewrittenTableTest extends CapturedDepartment {
    RewrittenTableTest() {
        super(
                "CREATE TABLE subsidy(id int PRIMARY KEY, amount numeric(12,2), note varchar(20))",
                "INSERT INTO subsidy SELECT g, g * 1.25, 'n' FROM generate_series(1, 500) g");
    }

    @Test
    void sendsWhatARetypedColumnReadsNowThoughNoRowChanged() {
        database.execute("ALTER TABLE subsidy ALTER COLUMN amount TYPE numeric(14,4)");
        awaitReceived();
        assertThat(received()).contains(List.of("2", "2.5000", "n"));
        database.awaitFinding("test.subsidy GW-108");
        assertThat(database.findings).containsExactly("test.subsidy GW-110", "test.subsidy GW-108");
        database.execute("UPDATE subsidy SET amount = 7 WHERE id = 3", "DELETE FROM subsidy WHERE id = 4");
        awaitReceived();
    }

    @Test
    void sendsTheValueThatANewColumnGaveToOldRowsEvenWhereAChangeCameBetween() {
        database.execute(
                "ALTER TABLE subsidy ADD COLUMN paid boolean DEFAULT false",
                "INSERT INTO subsidy VALUES (901, 9.01, 'late', true)");
        awaitReceived();
        assertThat(received()).contains(List.of("2", "2.50", "n", "f"));
    }

    @Test
    void sendsTheRowsOfARenamedColumnUnderItsNewName() {
        database.execute("ALTER TABLE subsidy RENAME COLUMN note TO remark");
        database.awaitFinding("test.subsidy GW-108");
        awaitReceived();
        assertThat(database.sink.records("test.subsidy")).hasSize(1_000);
    }

    @Test
    void noticesARetypeThatHappenedWhileTheGatewayWasDown() throws Exception {
        database.stopCapture();
        database.execute("ALTER TABLE subsidy ALTER COLUMN amount TYPE numeric(14,4)");
        database.startCapture();
        awaitReceived();
    }

    @Test
    void saysWhichTableIsGoneAndKeepsItsRowsUntilItComesAgain() throws Exception {
        database.stopCapture();
        database.dropSlot();
        database.execute("DROP TABLE subsidy");
        database.startCapture();
        database.awaitFinding("test.subsidy GW-111");
        assertThat(received()).hasSize(500);
        database.execute(
                "CREATE TABLE subsidy(id int PRIMARY KEY, amount numeric(12,2), note varchar(20))",
                "INSERT INTO subsidy SELECT g, g * 1.25, 'n' FROM generate_series(2, 500) g");
        awaitReceived();
    }

    @Override
    void awaitReceived() {
        database.awaitEqual("subsidy", 1);
    }

    private List<List<String>> received() {
        return database.received("subsidy", 1);
    }
}
