package org.citybrain.kernel.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.schema.FieldSpec;
import org.junit.jupiter.api.Test;

class TableChecksumTest {
    private static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.ofColumn("id", "bigint", false, true),
            FieldSpec.ofColumn("amount", "numeric(12,2)", true, false),
            FieldSpec.ofColumn("at", "timestamp without time zone", true, false),
            FieldSpec.ofColumn("open", "boolean", true, false));

    @Test
    void isTheSameInAnyOrder() {
        assertThat(of(row("1", "1.00", null, "t"), row("2", null, null, "f")))
                .isEqualTo(of(row("2", null, null, "f"), row("1", "1.00", null, "t")));
    }

    @Test
    void isTheSameHoweverADatabasePrintsAValue() {
        assertThat(of(row("1", "1.50", "2026-01-01 08:00:00", "t")))
                .isEqualTo(of(row("1", "1.5", "2026-01-01T08:00:00.000", "true")));
    }

    @Test
    void differsForAnyChangedDoubledOrMissingRow() {
        String whole = of(row("1", "1", null, "t"), row("2", "2", null, "t"));
        assertThat(of(row("1", "1", null, "t"))).isNotEqualTo(whole);
        assertThat(of(row("1", "1", null, "t"), row("2", "3", null, "t"))).isNotEqualTo(whole);
        assertThat(of(row("1", "1", null, "t"), row("1", "1", null, "t"))).isNotEqualTo(whole);
        assertThat(of(row("1", null, null, "t"))).isNotEqualTo(of(row("1", "0", null, "t")));
    }

    @SafeVarargs
    private static String of(List<String>... rows) {
        TableChecksum sum = new TableChecksum(FIELDS);
        Arrays.stream(rows).forEach(sum::add);
        return sum.rows() + " " + sum.hex();
    }

    private static List<String> row(String... values) {
        return Arrays.asList(values);
    }
}
