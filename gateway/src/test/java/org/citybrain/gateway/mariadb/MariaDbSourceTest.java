package org.citybrain.gateway.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.citybrain.gateway.Eventually;
import org.citybrain.kernel.batch.ChangeRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbSourceTest {
    private static final String ALL_TYPES = """
            CREATE TABLE all_types(id int PRIMARY KEY, ti tinyint, tb tinyint(1), tu tinyint unsigned, si smallint,
            su smallint unsigned, mi mediumint, mu mediumint unsigned, ii int, iu int unsigned, iz int(7) zerofill,
            bi bigint, bu bigint unsigned, de decimal(14,2), d0 decimal(5), db decimal(38,20), du decimal(6,3) unsigned,
            dz decimal(8,2) zerofill, fl float, dd double, b1 bit(1), b9 bit(9), b64 bit(64), ye year, da date, t0 time,
            t6 time(6), t1 time(1), dt datetime, dt6 datetime(6), dt3 datetime(3), ts timestamp NULL, ts6 timestamp(6) NULL,
            ch char(5), cl char(200) CHARACTER SET utf8mb4, vc varchar(20), vl varchar(500), bn binary(4), vb varbinary(9), tt tinytext, tx text,
            mt mediumtext, lt longtext, js json, bl blob, lb longblob, en enum('甲','b''c','(d)'), st set('x','y','中'),
            la varchar(20) CHARACTER SET latin1, gb varchar(20) CHARACTER SET gbk, gt text CHARACTER SET gb2312,
            cg char(8) CHARACTER SET gbk, eg enum('一','二') CHARACTER SET gbk, big5 varchar(9) CHARACTER SET big5,
            u2 varchar(9) CHARACTER SET ucs2, u16 varchar(9) CHARACTER SET utf16, u3 varchar(9) CHARACTER SET utf8mb3,
            la2 varchar(9) CHARACTER SET latin2, aa varchar(9) CHARACTER SET ascii, uca varchar(9) COLLATE utf8mb4_uca1400_ai_ci,
            pt point, ge geometry, gv int AS (ii * 2) VIRTUAL, gs int AS (ii * 3) STORED)""";

    private static MariaDbTestServer server;
    private static CapturedFund fund;

    @BeforeAll
    static void startDatabase(@TempDir Path folder) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        server = new MariaDbTestServer(folder.resolve("data"));
        fund = new CapturedFund(server, folder.resolve("gateway"));
        server.execute(
                "fund",
                ALL_TYPES,
                "CREATE TABLE keyless(a varchar(9), b int)",
                "CREATE TABLE `Odd ``Name`(id int PRIMARY KEY, v varchar(9))",
                "CREATE TABLE pair(a int, b varchar(9), c int, PRIMARY KEY (b, a))",
                "CREATE TABLE old_engine(id int PRIMARY KEY, v varchar(9)) ENGINE=MyISAM",
                "INSERT INTO keyless VALUES ('x', 1), ('x', 1), (NULL, NULL)",
                "INSERT INTO `Odd ``Name` VALUES (1, 'one')",
                "INSERT INTO pair VALUES (1, 'k', 3)",
                "INSERT INTO old_engine VALUES (1, 'one')");
        insertAllTypes(0);
        fund.start();
        Eventually.eventually(
                CapturedFund.LIMIT,
                "the log is followed " + fund.health.parts(),
                () -> fund.health.parts().values().stream()
                        .anyMatch(part -> part.status().equals("UP")));
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        fund.stop();
        server.close();
    }

    private static void insertAllTypes(int from) {
        List<String> rows = List.of("""
                INSERT INTO all_types SET id = %d, ti = -128, tb = 5, tu = 255, si = -32768, su = 65535, mi = -8388608,
                mu = 16777215, ii = -2147483648 DIV 3, iu = 4294967295, iz = 42, bi = -9223372036854775808,
                bu = 18446744073709551615, de = -123456789012.50, d0 = 12345, db = 123456789012345678.12345678901234567890,
                du = 0.5, dz = 1.5, fl = 0.1, dd = 0.1, b1 = 1, b9 = b'101010101', b64 = ~0, ye = 2026, da = '2026-11-21',
                t0 = '12:34:56', t6 = '-838:59:58.999999', t1 = '00:00:00.1', dt = '2026-11-21 08:00:00',
                dt6 = '2026-11-21 08:00:00.120000', dt3 = '2026-11-21 08:00:00.123', ts = '2026-11-21 08:00:00',
                ts6 = '2026-11-21 08:00:00.000001', ch = 'ab  ', cl = 'é', vc = 'tab\\t nl\\n back\\\\ 中文', vl = REPEAT('长', 300), bn = X'0100',
                vb = X'00ff00', tt = '', tx = '文', mt = REPEAT('m', 70000), lt = 'l', js = '{"a" : 1,  "b":[]}', bl = X'00ff5c',
                lb = X'', en = '甲', st = 'x,中', la = 'caf\\u00e9', gb = '中文汉字', gt = '简体', cg = '固定', eg = '二',
                big5 = '繁體', u2 = '中a', u16 = '😀中', u3 = '汉', la2 = 'łódź', aa = 'plain', uca = '汉é',
                pt = POINT(1.5, 2), ge = ST_GeomFromText('LINESTRING(0 0, 1 1)')""".replace("\\u00e9", "é€"), """
                INSERT INTO all_types SET id = %d, tb = 0, de = 0.00, db = -0.00000000000000000001, fl = 1e-38, dd = -1e300,
                b1 = 0, b9 = 1, ye = 0, da = '0000-00-00', t0 = '-00:00:01', t6 = '-00:00:00.000001', dt = '0000-00-00 00:00:00',
                dt6 = '0000-00-00 00:00:00', ts = 0, ts6 = 0, ch = '', vc = '', bn = '', vb = '', en = 'nonsense', st = ''""", """
                INSERT INTO all_types SET id = %d, da = '2026-02-00', dt = '2026-00-00 12:00:00', fl = 16777216, dd = 123456789,
                ts = '1970-01-01 00:00:01', dt6 = '9999-12-31 23:59:59.999999', en = 2, st = 'y', t0 = '838:59:59',
                la = X'818d90', ye = 1901""", "INSERT INTO all_types(id) VALUES (%d)");
        for (int i = 0; i < rows.size(); i++) {
            server.execute("fund", rows.get(i).formatted(from + i + 1));
        }
    }

    @Test
    void givesTheSameTextFromTheFirstLoadAndFromTheLog() {
        insertAllTypes(100);
        List<ChangeRecord> records = fund.awaitRecords("test.all_types", 8);
        for (int i = 0; i < 4; i++) {
            ChangeRecord loaded = records.get(i);
            ChangeRecord logged = records.get(i + 4);
            assertThat(loaded.op()).isEqualTo('r');
            assertThat(logged.op()).isEqualTo('c');
            List<String> first = new ArrayList<>(loaded.after());
            List<String> second = new ArrayList<>(logged.after());
            assertThat(second.getFirst()).isEqualTo(Integer.toString(101 + i));
            first.set(0, "");
            second.set(0, "");
            assertThat(second).isEqualTo(first);
        }
        assertThat(records.get(0).after())
                .contains("18446744073709551615", "-123456789012.50", "12345", "0.500", "42", "1.50", "101010101")
                .contains(
                        "-838:59:58.999999",
                        "2026-11-21 08:00:00.120000",
                        "2026-11-21 08:00:00+00",
                        "ab",
                        "\\x01000000")
                .contains("中文汉字", "固定", "二", "繁體", "😀中", "łódź", "café€", "{\"a\" : 1,  \"b\":[]}", "x,中");
        assertThat(records.get(1).after())
                .contains(
                        "0000-00-00", "0000-00-00 00:00:00", "0000-00-00 00:00:00.000000", "-00:00:00.000001", "0000");
        assertThat(records.get(2).after()).contains("2026-02-00", "2026-00-00 12:00:00", "b'c");
        assertThat(fund.fingerprints("test.all_types"))
                .as("one schema on both roads: %s", fund.schemas)
                .hasSize(1);
    }

    @Test
    void loadsAndFollowsTablesWithoutKeyWithOddNamesAndOfOtherEngines() {
        assertThat(fund.awaitRecords("test.keyless", 3))
                .extracting(ChangeRecord::key)
                .containsExactlyInAnyOrder(List.of("x", "1"), List.of("x", "1"), Arrays.asList(null, null));
        assertThat(fund.awaitRecords("test.odd__name", 1).getFirst().after()).containsExactly("1", "one");
        assertThat(fund.awaitRecords("test.pair", 1).getFirst().key()).containsExactly("1", "k");
        assertThat(fund.awaitRecords("test.old_engine", 1)).hasSize(1);
        server.execute(
                "fund",
                "INSERT INTO keyless VALUES ('u', 5)",
                "UPDATE keyless SET b = 6 WHERE a = 'u'",
                "INSERT INTO old_engine VALUES (2, 'two')",
                "UPDATE pair SET c = 4",
                "UPDATE pair SET a = 2",
                "DELETE FROM pair");
        assertThat(fund.awaitRecords("test.keyless", 6).subList(3, 6))
                .extracting(ChangeRecord::op)
                .containsExactly('c', 'd', 'c');
        assertThat(fund.awaitRecords("test.old_engine", 2).get(1).after()).containsExactly("2", "two");
        List<ChangeRecord> pair = fund.awaitRecords("test.pair", 5);
        assertThat(pair).extracting(ChangeRecord::op).containsExactly('r', 'u', 'd', 'c', 'd');
        assertThat(pair.get(1).before()).containsExactly("1", "k", "3");
        assertThat(pair.get(2).key()).containsExactly("1", "k");
        assertThat(pair.get(4).key()).containsExactly("2", "k");
    }

    @Test
    void followsAlteredColumnsWithoutMixingSchemasInABatch() {
        server.execute(
                "fund",
                "CREATE TABLE altered(id int PRIMARY KEY, v varchar(5))",
                "INSERT INTO altered VALUES (1, 'a')");
        fund.awaitRecords("test.altered", 1);
        server.execute(
                "fund",
                "SET sql_mode = 'STRICT_TRANS_TABLES'",
                "INSERT INTO altered VALUES (2, 'b')",
                "ALTER TABLE altered ADD COLUMN extra decimal(6,2)",
                "INSERT INTO altered VALUES (3, 'c', 2)",
                "ALTER TABLE altered MODIFY v varchar(9)",
                "INSERT INTO altered VALUES (4, 'd', 3)",
                "ALTER TABLE altered DROP COLUMN v",
                "UPDATE altered SET extra = 7 WHERE id = 4");
        List<ChangeRecord> records = fund.awaitRecords("test.altered", 5);
        assertThat(records.subList(1, 5))
                .extracting(ChangeRecord::after)
                .containsExactly(
                        List.of("2", "b"), List.of("3", "c", "2.00"), List.of("4", "d", "3.00"), List.of("4", "7.00"));
        assertThat(fund.fingerprints("test.altered")).hasSize(4);
        assertThat(fund.schemas)
                .contains(
                        "test.altered [id:int, v:varchar(5), extra:decimal(6,2)]",
                        "test.altered [id:int, extra:decimal(6,2)]");
    }

    @Test
    void carriesEmptiedTablesAndThoseThatComeAgainAndTellsOfUnreadableOnes() {
        server.execute(
                "fund",
                "CREATE TABLE emptied(id int PRIMARY KEY)",
                "INSERT INTO emptied VALUES (1)",
                "CREATE TABLE again(id int PRIMARY KEY)",
                "INSERT INTO again VALUES (1)",
                "CREATE TABLE packed(id int PRIMARY KEY, v varchar(99) COMPRESSED)");
        fund.awaitRecords("test.emptied", 1);
        fund.awaitRecords("test.again", 1);
        server.execute(
                "fund",
                "TRUNCATE emptied",
                "DROP TABLE again",
                "CREATE TABLE again(id int PRIMARY KEY, v int)",
                "INSERT INTO again VALUES (2, 3)");
        fund.awaitFinding("test.emptied GW-101");
        fund.awaitFinding("test.again GW-107");
        fund.awaitFinding("test.packed GW-103");
        List<ChangeRecord> again = fund.awaitRecords("test.again", 3);
        assertThat(again.get(1).op()).as("the dropped table's row").isEqualTo('d');
        assertThat(again.get(1).before()).containsExactly("1", null);
        assertThat(again.get(2).after()).containsExactly("2", "3");
        assertThat(fund.awaitRecords("test.emptied", 2).get(1).before()).containsExactly("1");
    }
}
