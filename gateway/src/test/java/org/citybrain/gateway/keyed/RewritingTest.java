package org.citybrain.gateway.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewritingTest {
    private static final SchemaVersion SENT = schema("id integer", "name varchar(20)", "amount numeric(12,2)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "numeric(12,2) > numeric(14,4)",
                "numeric(12,2) > numeric(12)",
                "numeric(14,2) > numeric(12,2)",
                "varchar(20) > varchar(10)",
                "char(5) > text",
                "date > timestamp",
                "timestamp > timestamptz",
                "double precision > numeric",
                "bigint > integer",
                "text > integer"
            })
    void findsColumnsWhoseOldRowsMayReadDifferently(String from, String to) {
        assertThat(Rewriting.columns(schema("id integer", "v " + from), schema("id integer", "v " + to), Set.of()))
                .containsExactly("v");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "numeric(12,2) > numeric(14,2)",
                "numeric(12,2) > numeric",
                "varchar(20) > varchar(40)",
                "varchar(20) > text",
                "smallint > bigint",
                "integer > text"
            })
    void leavesColumnsAloneThatOnlyBecameWider(String from, String to) {
        assertThat(Rewriting.columns(schema("id integer", "v " + from), schema("id integer", "v " + to), Set.of("v")))
                .isEmpty();
    }

    @Test
    void findsANewColumnOnlyWhereOldRowsWereGivenAValue() {
        SchemaVersion now = schema("id integer", "name varchar(20)", "amount numeric(12,2)", "late text");
        assertThat(Rewriting.columns(SENT, now, Set.of("id"))).isEmpty();
        assertThat(Rewriting.columns(SENT, now, Set.of("id", "late"))).containsExactly("late");
    }

    @Test
    void leavesADroppedColumnAloneAndFindsOneThatWasMadeAgain() {
        assertThat(Rewriting.columns(SENT, schema("id integer", "amount numeric(12,2)"), Set.of()))
                .isEmpty();
        assertThat(Rewriting.columns(SENT, schema("id integer", "amount numeric(12,2)", "name varchar(20)"), Set.of()))
                .containsExactly("name");
    }

    @Test
    void findsAColumnThatMayBeAnotherOneRenamed() {
        assertThat(Rewriting.columns(SENT, schema("id integer", "title varchar(20)", "amount numeric(12,2)"), Set.of()))
                .containsExactly("title");
    }

    private static SchemaVersion schema(String... columns) {
        return SchemaVersion.observed(Arrays.stream(columns)
                .map(column -> column.split(" ", 2))
                .map(column -> FieldSpec.ofColumn(column[0], column[1], true, column[0].equals("id")))
                .toList());
    }
}
