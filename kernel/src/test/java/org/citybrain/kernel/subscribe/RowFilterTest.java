package org.citybrain.kernel.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.text.Bilingual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilterTest {
    private static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.ofColumn("id", "bigint", false, true),
            FieldSpec.ofColumn("kind", "character varying(10)", true, false),
            FieldSpec.ofColumn("amount", "numeric(12,2)", true, false),
            FieldSpec.ofColumn("day", "date", true, false),
            FieldSpec.ofColumn("village", "character(12)", true, false),
            FieldSpec.ofColumn("open", "boolean", true, false),
            FieldSpec.ofColumn("photo", "bytea", true, false));
    private static final List<String> ROW = Arrays.asList("7", "低保", "100.00", "2026-03-01", "360902001   ", "t", null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind = '低保'                                              | true
            kind != '低保'                                             | false
            amount = 100                                               | true
            amount > 99.99 and amount <= 100                           | true
            amount between 1 and 99                                    | false
            id in (5, 6, 7)                                            | true
            id not in (5, 6, 7)                                        | false
            day between '2026-01-01' and '2026-06-30'                  | true
            day < '2026-03-01'                                         | false
            village = '360902001'                                      | true
            village starts with '3609'                                 | true
            open = true                                                | true
            open = 'f'                                                 | false
            photo is null                                              | true
            photo is not null                                          | false
            kind = '特困' or (amount >= 100 and day is not null)        | true
            kind = '特困' or amount >= 100 and day is null              | false
            "kind" IN ('低保','特困') AND NOT_A_WORD = 1                | error
            """)
    void passesRowsAsItSays(String filter, String expected) {
        if (expected.equals("error")) {
            assertThatThrownBy(() -> RowFilter.parse(filter, FIELDS)).isInstanceOf(FilterException.class);
        } else {
            assertThat(RowFilter.parse(filter, FIELDS).passes(ROW)).isEqualTo(Boolean.valueOf(expected));
        }
    }

    @Test
    void anEmptyFilterPassesEveryRow() {
        assertThat(RowFilter.parse("  ", FIELDS).passes(ROW)).isTrue();
        assertThat(RowFilter.parse("", FIELDS).words().zh()).isEqualTo("全部行");
    }

    @Test
    void anAbsentValueHoldsNoComparison() {
        List<String> empty = Arrays.asList("1", null, null, null, null, null, null);
        for (String filter : List.of("kind = '低保'", "kind != '低保'", "kind not in ('x')", "amount < 5")) {
            assertThat(RowFilter.parse(filter, FIELDS).passes(empty)).as(filter).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind = '低保                      | 8  | 引号
            kind = 低保                       | 8  | 数字或加单引号
            kynd = 'x'                        | 1  | 没有字段 kynd
            amount = 'much'                   | 10 | 不合字段
            day = '1.3.2026'                  | 7  | 不合字段
            day = '2026-02-30'                | 7  | 不合字段
            day between '2026-01-01' and 'x'  | 30 | 不合字段
            kind = 'x' 'y'                    | 12 | and、or
            kind = 'x'; drop table person     | 11 | 不认识的符号
            photo = 'x'                       | 7  | 不能这样比较
            amount starts with '1'            | 8  | 不能这样比较
            kind                              | 5  | 没有写完
            (kind = 'x'                       | 12 | 这里应为 )
            """)
    void saysWhereAFilterIsWrong(String filter, int place, String words) {
        assertThatThrownBy(() -> RowFilter.parse(filter, FIELDS)).isInstanceOfSatisfying(FilterException.class, e -> {
            assertThat(e.place()).isEqualTo(place);
            assertThat(e.words().zh()).contains(words);
            assertThat(e.words().en()).isNotBlank();
        });
    }

    @Test
    void refusesAFilterThatNoOneCanRead() {
        assertThatThrownBy(() -> RowFilter.parse("amount > 1 and ".repeat(1_000) + "amount > 1", FIELDS))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("过长");
    }

    @Test
    void tellsItsFieldsAndItselfInWords() {
        RowFilter filter = RowFilter.parse("kind in ('低保', '特困') and amount >= 100", FIELDS);
        assertThat(filter.fields()).containsExactly("kind", "amount");
        assertThat(filter.words().zh()).isEqualTo("kind 属于 低保、特困 且 amount 不小于 100");
        assertThat(filter.words().en()).isEqualTo("kind is one of 低保, 特困 and amount ≥ 100");
    }

    @Test
    void callsFieldsAndValuesByTheirNames() {
        FilterNames names = new FilterNames() {
            @Override
            public Bilingual field(String name) {
                return name.equals("kind") ? new Bilingual("类型", "Kind") : new Bilingual("金额", "Amount");
            }

            @Override
            public Bilingual value(String field, String value) {
                return field.equals("kind") ? new Bilingual(value, "allowance") : new Bilingual("1,500", "1,500");
            }
        };
        RowFilter filter = RowFilter.parse("kind = '低保' and amount >= 1500", FIELDS);
        assertThat(filter.words(names).zh()).isEqualTo("类型 等于 低保 且 金额 不小于 1,500");
        assertThat(filter.words(names).en()).isEqualTo("Kind is allowance and Amount ≥ 1,500");
    }
}
