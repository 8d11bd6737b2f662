package org.citybrain.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MariaDbTypesTest {
    @Test
    void standForTheSameAsTheirPostgresNeighbours() {
        assertThat(FieldType.ofPostgres("tinyint unsigned")).isEqualTo(FieldType.INTEGER);
        assertThat(FieldType.ofPostgres("int")).isEqualTo(FieldType.INTEGER);
        assertThat(FieldType.ofPostgres("decimal(12,2) unsigned")).isEqualTo(FieldType.DECIMAL);
        assertThat(FieldType.ofPostgres("float")).isEqualTo(FieldType.DOUBLE);
        assertThat(FieldType.ofPostgres("datetime(6)")).isEqualTo(FieldType.TIMESTAMP);
        assertThat(FieldType.ofPostgres("longtext")).isEqualTo(FieldType.TEXT);
        assertThat(FieldType.ofPostgres("varbinary(20)")).isEqualTo(FieldType.BYTES);
        assertThat(FieldType.ofPostgres("bit(9)")).isEqualTo(FieldType.OTHER);
    }

    @Test
    void keepAnUnsignedBigintWhole() {
        assertThat(FieldType.ofPostgres("bigint unsigned")).isEqualTo(FieldType.DECIMAL);
        assertThat(FieldType.ofPostgres("bigint")).isEqualTo(FieldType.INTEGER);
    }

    @Test
    void takeNoLengthFromAnEnumerationsWords() {
        FieldSpec field = FieldSpec.ofPostgres("kind", "enum('a(3)','b')", true, false);
        assertThat(field.type()).isEqualTo(FieldType.TEXT);
        assertThat(field.length()).isNull();
    }
}
