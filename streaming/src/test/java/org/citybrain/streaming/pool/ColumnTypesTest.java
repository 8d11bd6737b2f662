package org.citybrain.streaming.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.paimon.types.DataType;
import org.apache.paimon.types.DataTypes;
import org.citybrain.kernel.schema.FieldSpec;
import org.junit.jupiter.api.Test;

/** How columns follow a source's types. */
class ColumnTypesTest {
    private static DataType of(String sourceType) {
        return ColumnTypes.of(FieldSpec.ofColumn("f", sourceType, true, false));
    }

    @Test
    void keepsADecimalWithoutASizeAsText() {
        assertThat(of("numeric(14,2)")).isEqualTo(DataTypes.DECIMAL(14, 2));
        assertThat(of("numeric")).isEqualTo(DataTypes.STRING());
        assertThat(of("numeric(50,2)")).isEqualTo(DataTypes.STRING());
    }

    @Test
    void widensWhereBothFitAndFallsBackToText() {
        assertThat(ColumnTypes.wider(of("numeric(14,2)"), of("numeric(10,4)"))).isEqualTo(DataTypes.DECIMAL(16, 4));
        assertThat(ColumnTypes.wider(of("numeric(16,4)"), of("numeric(14,2)"))).isEqualTo(DataTypes.DECIMAL(16, 4));
        assertThat(ColumnTypes.wider(of("bigint"), of("numeric(5,2)"))).isEqualTo(DataTypes.DECIMAL(21, 2));
        assertThat(ColumnTypes.wider(of("integer"), of("bigint"))).isEqualTo(DataTypes.BIGINT());
        assertThat(ColumnTypes.wider(of("date"), of("text"))).isEqualTo(DataTypes.STRING());
        assertThat(ColumnTypes.wider(of("text"), of("date"))).isEqualTo(DataTypes.STRING());
    }

    @Test
    void readsBytesAndDates() {
        assertThat(ColumnTypes.value("\\x00ff", DataTypes.BYTES())).isEqualTo(new byte[] {0, -1});
        assertThat(ColumnTypes.value("1970-01-02", DataTypes.DATE())).isEqualTo(1);
        assertThat(ColumnTypes.value(null, DataTypes.DATE())).isNull();
    }
}
