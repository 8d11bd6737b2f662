package org.citybrain.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MariaDbTypesTest {
    @Test
    void standForTheSameAsTheirPostgresNeighbours() {
        assertThat(FieldType.ofSource("tinyint unsigned")).isEqualTo(FieldType.INTEGER);
        assertThat(FieldType.ofSource("int")).isEqualTo(FieldType.INTEGER);
        assertThat(FieldType.ofSource("decimal(12,2) unsigned")).isEqualTo(FieldType.DECIMAL);
        assertThat(FieldType.ofSource("float")).isEqualTo(FieldType.DOUBLE);
        assertThat(FieldType.ofSource("datetime(6)")).isEqualTo(FieldType.TIMESTAMP);
        assertThat(FieldType.ofSource("longtext")).isEqualTo(FieldType.TEXT);
        assertThat(FieldType.ofSource("varbinary(20)")).isEqualTo(FieldType.BYTES);
        assertThat(FieldType.ofSource("bit(9)")).isEqualTo(FieldType.OTHER);
    }

    @Test
    void keepAnUnsignedBigintWhole() {
        assertThat(FieldType.ofSource("bigint unsigned")).isEqualTo(FieldType.DECIMAL);
        assertThat(FieldType.ofSource("bigint")).isEqualTo(FieldType.INTEGER);
    }

    @Test
    void takeNoLengthFromAnEnumerationsWords() {
        FieldSpec field = FieldSpec.ofColumn("kind", "enum('a(3)','b')", true, false);
        assertThat(field.type()).isEqualTo(FieldType.TEXT);
        assertThat(field.length()).isNull();
    }
}
