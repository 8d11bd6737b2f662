package org.citybrain.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.gateway.Eventually;
import org.citybrain.kernel.batch.ChangeRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alterations that give other values to rows without a change event: afterwards the receiver reads what the source reads. */
class RewrittenTableTest {
    @TempDir
    private Path folder;

    private DepartmentDatabase database;

    @BeforeEach
    void startDatabase() throws Exception {
        database = new DepartmentDatabase(folder);
        database.execute(
                "CREATE TABLE subsidy(id int PRIMARY KEY, amount numeric(12,2), note varchar(20))",
                "INSERT INTO subsidy SELECT g, g * 1.25, 'n' FROM generate_series(1, 500) g");
        database.startCapture();
        awaitEqual();
    }

    @AfterEach
    void stopDatabase() throws Exception {
        database.close();
    }

    @Test
    void sendsWhatARetypedColumnReadsNowThoughNoRowChanged() {
        database.execute("ALTER TABLE subsidy ALTER COLUMN amount TYPE numeric(14,4)");
        awaitEqual();
        assertThat(received().get("2")).containsExactly("2", "2.5000", "n");
        awaitFinding("GW-108");
        assertThat(database.findings).containsExactly("test.subsidy GW-110", "test.subsidy GW-108");
        database.execute("UPDATE subsidy SET amount = 7 WHERE id = 3", "DELETE FROM subsidy WHERE id = 4");
        awaitEqual();
    }

    @Test
    void sendsTheValueThatANewColumnGaveToOldRowsEvenWhereAChangeCameBetween() {
        database.execute(
                "ALTER TABLE subsidy ADD COLUMN paid boolean DEFAULT false",
                "INSERT INTO subsidy VALUES (901, 9.01, 'late', true)");
        awaitEqual();
        assertThat(received().get("2")).containsExactly("2", "2.50", "n", "f");
    }

    @Test
    void sendsTheRowsOfARenamedColumnUnderItsNewName() {
        database.execute("ALTER TABLE subsidy RENAME COLUMN note TO remark");
        awaitFinding("GW-108");
        awaitEqual();
        assertThat(database.sink.records("test.subsidy")).hasSize(1_000);
    }

    @Test
    void noticesARetypeThatHappenedWhileTheGatewayWasDown() throws Exception {
        database.stopCapture();
        database.execute("ALTER TABLE subsidy ALTER COLUMN amount TYPE numeric(14,4)");
        database.startCapture();
        awaitEqual();
    }

    @Test
    void saysWhichTableIsGoneAndKeepsItsRowsUntilItComesAgain() throws Exception {
        database.stopCapture();
        database.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots", "DROP TABLE subsidy");
        database.startCapture();
        awaitFinding("GW-111");
        assertThat(received()).hasSize(500);
        database.execute(
                "CREATE TABLE subsidy(id int PRIMARY KEY, amount numeric(12,2), note varchar(20))",
                "INSERT INTO subsidy SELECT g, g * 1.25, 'n' FROM generate_series(2, 500) g");
        awaitEqual();
    }

    private void awaitFinding(String code) {
        Eventually.eventually(
                DepartmentDatabase.LIMIT,
                code + " in " + database.findings,
                () -> database.findings.contains("test.subsidy " + code));
    }

    private void awaitEqual() {
        Eventually.eventually(
                DepartmentDatabase.LIMIT,
                "received rows are the source's: " + database.health.parts(),
                () -> received().equals(source()));
    }

    private Map<String, List<String>> source() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = database.address().open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM subsidy")) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.put(row.getFirst(), row);
            }
        }
        return rows;
    }

    private Map<String, List<String>> received() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (ChangeRecord record : database.sink.records("test.subsidy")) {
            if (record.before() != null) {
                rows.remove(record.before().getFirst());
            }
            if (record.after() != null) {
                rows.put(record.after().getFirst(), record.after());
            }
        }
        return rows;
    }
}
