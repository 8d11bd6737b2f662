package org.citybrain.streaming.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.Test;

/** What intake makes of single rows. */
class RowStandardiserTest {
    private static final SchemaVersion SCHEMA = schema(
            FieldSpec.ofColumn("no", "bigint", false, true),
            FieldSpec.ofColumn("id_number", "varchar(18)", true, false).withElement("identity-number"),
            FieldSpec.ofColumn("born", "date", true, false),
            FieldSpec.ofColumn("cost", "numeric(14,2)", true, false),
            FieldSpec.ofColumn("seen", "timestamp with time zone", true, false),
            FieldSpec.ofColumn("flag", "boolean", true, false),
            FieldSpec.ofColumn("place", "varchar(5)", true, false));

    private final RowStandardiser subject = new RowStandardiser(SCHEMA);

    private static SchemaVersion schema(FieldSpec... fields) {
        return new SchemaVersion(1, 7, Arrays.asList(fields));
    }

    private StandardRow row(String... values) {
        return subject.standardise(
                3,
                ChangeRecord.of('c', 1, "", SCHEMA, null, Arrays.asList(values)).encode());
    }

    private static List<String> codes(StandardRow row) {
        return row.findings().stream()
                .map(finding -> finding.fault().code() + " " + finding.field())
                .toList();
    }

    @Test
    void bringsValuesIntoStandardForm() {
        StandardRow row = row("1", "360999800101123", "2026/1/31", "12.50", "2026-01-31 08:00:00.5+08", "true", "宜春 ");
        assertThat(row.isGood()).isTrue();
        assertThat(row.after())
                .containsExactly(
                        "1", "360999198001011238", "2026-01-31", "12.50", "2026-01-31 08:00:00.5+08", "t", "宜春 ");
    }

    @Test
    void keepsARowWhoseCheckDigitIsWrongButSaysSo() {
        StandardRow row = row("1", "360999198001011239", null, null, null, null, null);
        assertThat(row.isGood()).isTrue();
        assertThat(codes(row)).containsExactly("IN-201 id_number");
        assertThat(row.findings().getFirst().excerpt()).isEqualTo("3609**********1239");
        assertThat(row.findings().getFirst().detail()).isEqualTo("identity-number/check-digit");
    }

    @Test
    void setsAsideWhatCannotBe() {
        assertThat(codes(row("x", null, null, null, null, null, null))).containsExactly("IN-103 no");
        assertThat(codes(row("1", null, "2026-02-30", null, null, null, null))).containsExactly("IN-104 born");
        assertThat(codes(row("1", null, "20261301", null, null, null, null))).containsExactly("IN-104 born");
        assertThat(codes(row("1", null, null, "1.234", null, null, null))).containsExactly("IN-103 cost");
        assertThat(codes(row("1", null, null, "NaN", null, null, null))).containsExactly("IN-103 cost");
        assertThat(codes(row("1", null, null, null, "2026-01-01 25:00:00", null, null)))
                .containsExactly("IN-104 seen");
        assertThat(codes(row("1", null, null, null, null, "vielleicht", null))).containsExactly("IN-103 flag");
        assertThat(codes(row("1", null, null, null, null, null, "a\0b"))).containsExactly("IN-105 place");
        assertThat(codes(row("1", null, null, null, null, null, "六个字太长了"))).containsExactly("IN-106 place");
        assertThat(codes(row(null, null, null, null, null, null, null))).containsExactly("IN-107 no");
        assertThat(row("x", null, null, null, null, null, null).after()).isNull();
    }

    @Test
    void setsAsideARowOfAnotherShape() {
        byte[] record = new ChangeRecord('c', 1, "", List.of("1"), null, List.of("1", "2")).encode();
        assertThat(codes(subject.standardise(0, record))).containsExactly("IN-102 ");
        assertThat(codes(subject.standardise(0, new byte[] {9, 9}))).containsExactly("IN-101 ");
    }

    @Test
    void readsTimesWithAndWithoutOffset() {
        assertThat(DateTexts.timestamp("2026-01-31 00:00:00+00")).hasToString("2026-01-31T08:00");
        assertThat(DateTexts.timestamp("2026-01-31 00:00:00.123456")).hasToString("2026-01-31T00:00:00.123456");
        assertThat(DateTexts.timestamp("2026-01-31T00:00:00+05:30")).hasToString("2026-01-31T02:30");
        assertThat(DateTexts.date("2026年1月31日")).hasToString("2026-01-31");
    }
}
