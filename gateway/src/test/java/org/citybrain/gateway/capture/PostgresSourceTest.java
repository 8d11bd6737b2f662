package org.citybrain.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citybrain.gateway.Eventually;
import org.citybrain.kernel.batch.ChangeRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSourceTest {
    private static DepartmentDatabase database;

    @BeforeAll
    static void startDatabase(@TempDir Path folder) throws Exception {
        database = new DepartmentDatabase(folder);
        database.execute(
                "CREATE TYPE mood AS ENUM ('glad', 'sad and tired')",
                "CREATE DOMAIN plate AS varchar(12) CHECK (value <> '')",
                "CREATE DOMAIN short_plate AS plate",
                "CREATE DOMAIN cash AS numeric(8,2)",
                "CREATE DOMAIN year AS integer CHECK (value > 1900)",
                ALL_TYPES,
                "CREATE TABLE keyless(a text, b int)",
                "CREATE TABLE \"Odd Name\"(\"A b\" int PRIMARY KEY, \"c\"\"d\" text)",
                "CREATE TABLE parent(id int PRIMARY KEY, v text)",
                "CREATE TABLE child(w text) INHERITS (parent)",
                "CREATE TABLE parted(id int, region text, v text, PRIMARY KEY (id, region)) PARTITION BY LIST (region)",
                "CREATE TABLE parted_n PARTITION OF parted FOR VALUES IN ('n')",
                "CREATE TABLE parted_s PARTITION OF parted FOR VALUES IN ('s')",
                "INSERT INTO keyless VALUES ('x', 1), ('x', 1), (NULL, NULL)",
                "INSERT INTO \"Odd Name\" VALUES (1, 'one')",
                "INSERT INTO parent VALUES (1, 'p')",
                "INSERT INTO child VALUES (2, 'p2', 'c')",
                "INSERT INTO parted VALUES (1, 'n', 'x'), (2, 's', 'y')");
        insertAllTypes(0);
        database.startCapture();
        Eventually.eventually(
                DepartmentDatabase.LIMIT,
                "stream runs",
                () -> database.health.parts().values().stream()
                        .anyMatch(part -> part.status().equals("UP")));
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    private static final String ALL_TYPES = """
            CREATE TABLE all_types(id int PRIMARY KEY, t text, v varchar(20) DEFAULT 'dflt', c char(5), s smallint DEFAULT 7,
            b bigint, n numeric, n2 numeric(14,2), n0 numeric(5), r real, d double precision, bo boolean DEFAULT true,
            da date, ti time, tz timetz, ts timestamp, ts3 timestamp(3), tstz timestamptz, iv interval, by bytea, u uuid,
            j json, jb jsonb, x xml, m mood, dom plate, dom2 short_plate, dom3 cash DEFAULT 5.5, dom4 year DEFAULT 2026, ia int[], ta text[], na numeric(8,2)[], ma mood[],
            tsv tsvector, tsq tsquery, inet inet, cidr cidr, mac macaddr, bi bit(4), vb varbit(9), mo money, p point,
            bx box, pg polygon, ir int4range, mr int4multirange, o oid, nm name, lsn pg_lsn, gen int GENERATED ALWAYS AS (s * 2) STORED,
            big text, ser serial)""";

    private static void insertAllTypes(int from) {
        List<String> rows = new ArrayList<>();
        rows.add("""
                INSERT INTO all_types VALUES (%d, E'tab\\t nl\\n back\\\\ 中文 \\\\N \\r', 'x', 'ab', -1, 9007199254740993,
                12345678901234567890.12300, 1.50, 12345, 0.1, 0.1, true, '2026-11-21', '12:34:56.7', '12:34:56.7+08',
                '2026-11-21 08:00:00.1200', '2026-11-21 08:00:00.123', '2026-11-21 08:00:00+08', '1 year 2 mons -3 days 04:05:06.789',
                '\\x00ff5c', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a" : 1,  "b":[]}', '{"b":2, "a":1.50}', '<a>b</a>', 'glad', 'P-1', 'P-2', DEFAULT, DEFAULT,
                '{1,NULL,3}', ARRAY['a,b', 'q"uote', 'back\\slash', NULL, 'NULL', ''], '{1.50,2.00}', '{glad,"sad and tired"}',
                to_tsvector('simple', 'a fat cat''s hat'), 'fat & cat', '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03', B'1010', B'101',
                12.34, '(1.5,2)', '(1,1),(0,0)', '((0,0),(1,1),(2,0))', '[1,5)', '{[1,3), [5,9)}', 4000000000, 'nm', '16/B374D848', DEFAULT, repeat('long ', 3000), 1)""");
        rows.add("""
                INSERT INTO all_types(id, t, v, s, n, n2, r, d, bo, da, ts, tstz, iv, by, ia, ta, bi, j, jb) VALUES (%d, '', NULL, NULL, 'NaN', 'NaN', 'NaN', '-Infinity', NULL,
                'infinity', '-infinity', 'infinity', '-00:00:00.000001', '', '{}', '{{a,b},{c,d}}', NULL, 'null', 'null')""");
        rows.add("""
                INSERT INTO all_types(id, t, n, r, d, bo, da, ts, tstz, iv, ia, mo, jb) VALUES (%d, '\\.', 'Infinity', 1e-40, 1e300, false,
                '0044-03-15 BC', '0044-03-15 12:00:00 BC', '0044-03-15 12:00:00+00 BC', 'P1M', '[2:4]={1,2,3}', -1000.5, '"\\u4e2d"')""");
        rows.add(
                "INSERT INTO all_types(id, da, ts, tstz, ti, n) VALUES (%d, '99999-12-31', '20260-01-01 00:00:00.000001',"
                        + " '1900-01-01 00:00:00+00', '24:00:00', 0.000000000000000000001)");
        for (int i = 0; i < rows.size(); i++) {
            database.execute(rows.get(i).formatted(from + i + 1));
        }
    }

    @Test
    void givesTheSameTextFromTheFirstLoadAndFromTheStream() {
        insertAllTypes(100);
        List<ChangeRecord> records = database.awaitRecords("test.all_types", 8);
        for (int i = 0; i < 4; i++) {
            ChangeRecord loaded = records.get(i);
            ChangeRecord streamed = records.get(i + 4);
            assertThat(loaded.op()).isEqualTo('r');
            assertThat(streamed.op()).isEqualTo('c');
            List<String> first = new ArrayList<>(loaded.after());
            List<String> second = new ArrayList<>(streamed.after());
            assertThat(second.getFirst()).isEqualTo(Integer.toString(101 + i));
            first.set(0, "");
            second.set(0, "");
            // the last column counts by itself
            first.removeLast();
            second.removeLast();
            assertThat(second).isEqualTo(first);
        }
        assertThat(records.get(0).after())
                .contains("12345678901234567890.12300", "1.50", "2026-11-21 08:00:00.12", "2026-11-21 00:00:00+00")
                .contains("{\"a,b\",\"q\\\"uote\",\"back\\\\slash\",NULL,\"NULL\",\"\"}", "\\x00ff5c", "t");
        assertThat(records.get(1).after())
                .contains("NaN", "infinity", "-infinity", "")
                .containsNull();
        assertThat(records.get(2).after()).contains("0044-03-15 BC", "\\.");
        assertThat(database.fingerprints("test.all_types"))
                .as(
                        "one schema on both roads: %s",
                        database.schemas.stream()
                                .filter(s -> s.startsWith("test.all_types "))
                                .toList())
                .hasSize(1);
    }

    @Test
    void loadsTablesWithoutKeyOddNamesParentsAndPartitions() {
        assertThat(database.awaitRecords("test.keyless", 3))
                .extracting(ChangeRecord::key)
                .containsExactlyInAnyOrder(List.of("x", "1"), List.of("x", "1"), Arrays.asList(null, null));
        assertThat(database.awaitRecords("test.odd_name", 1).getFirst().after()).containsExactly("1", "one");
        assertThat(database.awaitRecords("test.parent", 1)).hasSize(1);
        assertThat(database.awaitRecords("test.child", 1).getFirst().after()).containsExactly("2", "p2", "c");
        assertThat(database.awaitRecords("test.parted", 2)).hasSize(2);
        database.execute(
                "INSERT INTO parted VALUES (3, 's', 'z')",
                "UPDATE parted SET region = 'n' WHERE id = 3",
                "INSERT INTO child VALUES (5, 'p5', 'c5')",
                "INSERT INTO parent VALUES (6, 'p6')");
        assertThat(database.awaitRecords("test.parted", 5))
                .extracting(ChangeRecord::op)
                .containsExactly('r', 'r', 'c', 'd', 'c');
        assertThat(database.awaitRecords("test.child", 2).get(1).after()).containsExactly("5", "p5", "c5");
        assertThat(database.awaitRecords("test.parent", 2).get(1).after()).containsExactly("6", "p6");
    }

    @Test
    void carriesUpdatesDeletionsAndChangedKeysWithTheWholeOldRow() {
        database.execute(
                "CREATE TABLE moves(id int PRIMARY KEY, v text, big text)",
                "INSERT INTO moves VALUES (1, 'a', repeat('x', 100000))");
        database.awaitRecords("test.moves", 1);
        database.execute(
                "UPDATE moves SET v = 'b'",
                "UPDATE moves SET id = 2",
                "DELETE FROM moves",
                "INSERT INTO keyless VALUES ('u', 5)",
                "UPDATE keyless SET b = 6 WHERE a = 'u'");
        List<ChangeRecord> records = database.awaitRecords("test.moves", 5);
        String big = "x".repeat(100_000);
        assertThat(records)
                .extracting(ChangeRecord::op)
                .containsExactly(records.getFirst().op(), 'u', 'd', 'c', 'd');
        assertThat(records.get(1).before()).containsExactly("1", "a", big);
        assertThat(records.get(1).after()).containsExactly("1", "b", big);
        assertThat(records.get(2).key()).containsExactly("1");
        assertThat(records.get(3).key()).containsExactly("2");
        assertThat(records.get(3).after())
                .as("a long value that did not change")
                .containsExactly("2", "b", big);
        assertThat(database.awaitRecords("test.keyless", 6).subList(3, 6))
                .extracting(ChangeRecord::op)
                .containsExactly('c', 'd', 'c');
    }

    @Test
    void followsAlteredColumnsWithoutMixingSchemasInABatch() {
        database.execute(
                "CREATE TABLE altered(id int PRIMARY KEY, v varchar(5))", "INSERT INTO altered VALUES (1, 'a')");
        database.awaitRecords("test.altered", 1);
        database.execute(
                "INSERT INTO altered VALUES (2, 'b')",
                "ALTER TABLE altered ADD COLUMN extra numeric(6,2) DEFAULT 1.5",
                "INSERT INTO altered VALUES (3, 'c', 2)",
                "ALTER TABLE altered ALTER COLUMN v TYPE varchar(9)",
                "INSERT INTO altered VALUES (4, 'd', 3)",
                "ALTER TABLE altered DROP COLUMN v",
                "INSERT INTO altered VALUES (5, 4)",
                "ALTER TABLE altered ALTER COLUMN extra TYPE text",
                "UPDATE altered SET extra = 'x' WHERE id = 5");
        List<ChangeRecord> records = database.awaitRecords("test.altered", 6);
        assertThat(records.subList(1, 6))
                .extracting(ChangeRecord::after)
                .containsExactly(
                        List.of("2", "b"),
                        List.of("3", "c", "2.00"),
                        List.of("4", "d", "3.00"),
                        List.of("5", "4.00"),
                        List.of("5", "x"));
        assertThat(database.fingerprints("test.altered")).hasSize(5);
        assertThat(database.schemas)
                .contains(
                        "test.altered [id:integer, v:varchar(5), extra:numeric(6,2)]",
                        "test.altered [id:integer, extra:text]");
    }

    @Test
    void carriesATruncatedTableAsTheDeletionOfItsRows() {
        database.execute(
                "CREATE TABLE emptied(id int PRIMARY KEY, v text)", "INSERT INTO emptied VALUES (1, 'a'), (2, 'b')");
        database.awaitRecords("test.emptied", 2);
        database.execute("TRUNCATE emptied", "INSERT INTO emptied VALUES (2, 'b'), (3, 'c')");
        List<ChangeRecord> records = database.awaitRecords("test.emptied", 4).subList(2, 4);
        assertThat(records).extracting(ChangeRecord::op).containsExactly('d', 'c');
        assertThat(records.get(0).before()).containsExactly("1", "a");
        assertThat(records.get(1).after()).containsExactly("3", "c");
        assertThat(database.findings).contains("test.emptied GW-101");
        database.execute("DELETE FROM emptied WHERE id = 3");
        assertThat(database.awaitRecords("test.emptied", 5).getLast().op()).isEqualTo('d');
    }
}
