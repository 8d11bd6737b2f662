package org.citybrain.gateway.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.citybrain.gateway.binlog.LoggedStatement;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableAlterationTest {
    private static final long STRICT = 1 << 22;
    private static final MariaDbTable ACCOUNT = table(
            "id int",
            "name varchar(20)",
            "amount decimal(12,2)",
            "small tinyint unsigned",
            "kind enum('甲','b')",
            "code char(5)",
            "note text",
            "at timestamp");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MODIFY amount decimal(14,4)",
                "MODIFY COLUMN `amount` DECIMAL(10,2) NOT NULL",
                "MODIFY amount double",
                "MODIFY amount decimal(12,2) AS (id * 2) STORED",
                "MODIFY amount decimal(12,2) unsigned",
                "CHANGE amount amount numeric(5)",
                "MODIFY amount bigint COMMENT 'decimal(12,2), as it was'",
                "ENGINE=InnoDB, MODIFY COLUMN IF EXISTS amount float",
                "RENAME COLUMN sum TO amount",
                "CHANGE COLUMN name amount varchar(20)",
                "DROP COLUMN amount, ADD COLUMN amount decimal(12,2)"
            })
    void findsAColumnThatMayReadDifferently(String clauses) {
        assertThat(rewrites(clauses, STRICT)).containsExactly("amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADD late int DEFAULT 3",
                "ADD COLUMN late int NOT NULL AFTER id",
                "ADD COLUMN (other int, late varchar(9) DEFAULT 'a, b', INDEX (late))",
                "ADD late int AS (id + 1) VIRTUAL",
                "ADD late timestamp",
                "ADD COLUMN IF NOT EXISTS late bigint unsigned NOT NULL AUTO_INCREMENT, ADD KEY (late)",
                "ADD late datetime DEFAULT current_timestamp()"
            })
    void findsANewColumnThatGaveAValueToOldRows(String clauses) {
        assertThat(rewrites(clauses, STRICT)).containsExactly("late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADD late int",
                "ADD late int DEFAULT NULL COMMENT 'NOT NULL DEFAULT 3'",
                "ADD late timestamp NULL DEFAULT NULL",
                "ADD (late int, later varchar(9))",
                "ADD late int CHECK (late IS NOT NULL)",
                "ADD INDEX by_name (name, amount), ADD CONSTRAINT c CHECK (amount > 0)",
                "DROP COLUMN note, DROP INDEX by_name, DROP FOREIGN KEY f",
                "ADD late int UNIQUE KEY COMMENT 'PRIMARY KEY'",
                "MODIFY id bigint",
                "MODIFY id INT(11) NOT NULL AUTO_INCREMENT",
                "MODIFY name varchar(40) NOT NULL DEFAULT '' COMMENT '姓名'",
                "MODIFY name longtext CHARACTER SET utf8mb4",
                "MODIFY amount numeric(14,2) DEFAULT 0",
                "MODIFY small int zerofill",
                "MODIFY small smallint FIRST",
                "MODIFY kind enum('甲','b','c, d')",
                "MODIFY code varchar(5)",
                "MODIFY note mediumtext",
                "CHANGE `name` `name` varchar(21)",
                "ALTER COLUMN amount SET DEFAULT 5, COMMENT 'MODIFY amount float'",
                "CONVERT TO CHARACTER SET utf8mb4",
                "ENGINE = InnoDB, ALGORITHM=INPLACE, LOCK=NONE",
                "RENAME INDEX a TO b",
                "DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;"
            })
    void leavesOldRowsAlone(String clauses) {
        assertThat(rewrites(clauses, STRICT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP PRIMARY KEY",
                "ADD CONSTRAINT pk PRIMARY KEY (id, name)",
                "DROP COLUMN id",
                "DROP id",
                "MODIFY id int KEY"
            })
    void findsAnotherKey(String clauses) {
        assertThat(rewrites(clauses, STRICT)).containsExactly("PRIMARY KEY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MODIFY name varchar(40) | name",
                "MODIFY id int NOT NULL | id",
                "CONVERT TO CHARACTER SET latin1 | CONVERT TO CHARACTER"
            })
    void distrustsAServerThatMakesValuesFit(String clauses, String column) {
        assertThat(rewrites(clauses, STRICT)).isEmpty();
        assertThat(rewrites(clauses, 0)).containsExactly(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP PARTITION p1", "DISCARD TABLESPACE", "ENGINE=BLACKHOLE", "MODIFY at datetime(3)"})
    void countsWhatItDoesNotKnowAsARewriting(String clauses) {
        assertThat(rewrites(clauses, STRICT)).hasSize(1);
    }

    @Test
    void readsTheTableInEveryWayItIsWritten() {
        for (String statement : List.of(
                "ALTER TABLE account MODIFY amount float",
                "/* nightly */ alter online table if exists `account` wait 5 modify amount float",
                "/*!40000 ALTER TABLE fund.account MODIFY amount float */",
                "SET STATEMENT max_statement_time=0 FOR ALTER TABLE `fund`.`account` MODIFY amount float",
                "ALTER /* x */ TABLE account -- now\n MODIFY amount float")) {
            TableAlteration alteration = TableAlteration.of(new LoggedStatement("fund", statement, STRICT))
                    .orElseThrow();
            assertThat(alteration.tables()).as(statement).containsExactly("fund.account");
            assertThat(alteration.rewrites(ACCOUNT)).as(statement).containsExactly("amount");
        }
        assertThat(TableAlteration.of(new LoggedStatement("fund", "ALTER TABLE \"a b\" FORCE", 1 << 2))
                        .orElseThrow()
                        .tables())
                .containsExactly("fund.a b");
    }

    @Test
    void namesTheTableThatAPartitionIsExchangedWith() {
        TableAlteration alteration = TableAlteration.of(
                        new LoggedStatement("fund", "ALTER TABLE a EXCHANGE PARTITION p WITH TABLE other.`b`", STRICT))
                .orElseThrow();
        assertThat(alteration.tables()).containsExactly("fund.a", "other.b");
        assertThat(alteration.rewrites(ACCOUNT)).hasSize(1);
    }

    @Test
    void findsRowsThatAnIgnoringAlterationTookAway() {
        assertThat(TableAlteration.of(
                                new LoggedStatement("fund", "ALTER IGNORE TABLE account ADD UNIQUE (name)", STRICT))
                        .orElseThrow()
                        .rewrites(ACCOUNT))
                .containsExactly("IGNORE");
    }

    @Test
    void leavesOtherStatementsAlone() {
        for (String statement : List.of("CREATE TABLE a(id int)", "ALTER VIEW v AS SELECT 1", "ALTER DATABASE fund")) {
            assertThat(TableAlteration.of(new LoggedStatement("fund", statement, STRICT)))
                    .isEmpty();
        }
    }

    private static List<String> rewrites(String clauses, long mode) {
        return TableAlteration.of(new LoggedStatement("fund", "ALTER TABLE account " + clauses, mode))
                .orElseThrow()
                .rewrites(ACCOUNT);
    }

    private static MariaDbTable table(String... columns) {
        return new MariaDbTable(
                "fund",
                "account",
                true,
                null,
                SchemaVersion.observed(Arrays.stream(columns)
                        .map(column -> column.split(" ", 2))
                        .map(column -> FieldSpec.ofColumn(column[0], column[1], true, column[0].equals("id")))
                        .toList()));
    }
}
