package org.citybrain.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citybrain.gateway.Eventually;
import org.junit.jupiter.api.Test;

/** A source that is set back to an older day: afterwards the receiver has the rows that the source has, and no others. */
class RestoredSourceTest extends CapturedDepartment {
    private static final List<String> TABLES = List.of("person", "visit", "note");

    RestoredSourceTest() {
        super(
                "CREATE TABLE person(id int PRIMARY KEY, v text)",
                "CREATE TABLE visit(day date, id int, v text, PRIMARY KEY (id, day))",
                "CREATE TABLE note(a text, b int)",
                "INSERT INTO person SELECT g, 'first ' || g FROM generate_series(1, 3000) g",
                "INSERT INTO visit SELECT date '2026-01-01' + g, g % 7, 'v' FROM generate_series(1, 500) g",
                "INSERT INTO note SELECT 'same', g % 3 FROM generate_series(1, 30) g");
    }

    @Test
    void takesAwayTheRowsThatABackupLostWhileItRuns() throws Exception {
        backUpAndChange();
        database.restore(folder.resolve("backup"));
        database.execute("INSERT INTO person VALUES (9001, 'after the restore')");
        awaitSetBack(1);
        awaitReceived();
        assertThat(deletions("person")).as("rows that the backup lost").containsAll(numbers(5_001, 5_400));
        assertThat(database.told.stream()
                        .filter(found ->
                                found.code().equals("GW-108") && found.place().equals("test.person"))
                        .findFirst()
                        .orElseThrow()
                        .message()
                        .en())
                .containsPattern("10[01] rows added, 1000 corrected, 400 deleted");
        database.execute(
                "UPDATE person SET v = 'on it goes' WHERE id = 7",
                "DELETE FROM visit WHERE id = 3",
                "DELETE FROM note");
        awaitReceived();
    }

    @Test
    void knowsASetBackSourceWhoseLogHasGrownBeyondWhatItHadSeen() throws Exception {
        backUpAndChange();
        database.stopCapture();
        database.restore(folder.resolve("backup"));
        for (int i = 0; i < 4; i++) {
            // far beyond the log's old end
            database.execute("INSERT INTO person VALUES (" + (9_001 + i) + ", 'x')", "SELECT pg_switch_wal()");
        }
        database.startCapture();
        awaitSetBack(1);
        awaitReceived();
        assertThat(deletions("person")).containsAll(numbers(5_001, 5_400));
    }

    @Test
    void takesAwayTheRowsThatWereDeletedWhileItsSlotWasLost() throws Exception {
        database.stopCapture();
        database.dropSlot();
        database.execute(
                "DELETE FROM person WHERE id <= 100",
                "DELETE FROM note WHERE b = 1",
                "ALTER TABLE visit ADD COLUMN late text",
                "DELETE FROM visit WHERE id = 2");
        database.startCapture();
        database.awaitFinding("test.note GW-104");
        awaitReceived();
        assertThat(deletions("person")).containsExactlyElementsOf(numbers(1, 100));
    }

    @Test
    void leavesAServerAloneThatOnlyCrashed() throws Exception {
        backUpAndChange();
        database.crash();
        database.execute("INSERT INTO person VALUES (9001, 'after the crash')");
        awaitReceived();
        assertThat(database.findings).isEmpty();
    }

    // changes of all kinds behind the backup, received before the source is set back
    private void backUpAndChange() throws Exception {
        database.execute("UPDATE person SET v = 'second' WHERE id > 2000");
        awaitReceived();
        database.backUp(folder.resolve("backup"));
        database.execute(
                "INSERT INTO person SELECT g, 'late' FROM generate_series(5001, 5400) g",
                "DELETE FROM person WHERE id <= 100",
                "UPDATE person SET v = 'third' WHERE id > 2000 AND id < 5000",
                "UPDATE visit SET id = id + 10 WHERE id = 1",
                "INSERT INTO note VALUES ('same', 1), ('same', 1), ('other', 1)",
                "DELETE FROM note WHERE b = 2");
        awaitReceived();
    }

    private void awaitSetBack(int times) {
        Eventually.eventually(
                DepartmentDatabase.LIMIT,
                "the restore is noticed: " + database.findings,
                () -> TABLES.stream()
                        .allMatch(table -> database.findings.stream()
                                        .filter(("test." + table + " GW-106")::equals)
                                        .count()
                                == times));
    }

    @Override
    void awaitReceived() {
        database.awaitEqual("person", 1);
        database.awaitEqual("visit", 2);
        database.awaitEqual("note", 0);
    }

    private List<String> deletions(String table) {
        return database.sink.records("test." + table).stream()
                .filter(record -> record.op() == 'd' && record.position().startsWith("load"))
                .map(record -> record.key().getFirst())
                .sorted(java.util.Comparator.comparing(Integer::valueOf))
                .toList();
    }

    private static List<String> numbers(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(Integer::toString)
                .toList();
    }
}
