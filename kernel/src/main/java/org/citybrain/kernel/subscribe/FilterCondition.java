package org.citybrain.kernel.subscribe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * One condition on one field.
 *
 * @param field its name
 * @param index its place in the row
 * @param type how values compare
 * @param values one literal; several for in; two for between; none for null tests
 */
record FilterCondition(String field, int index, FieldType type, Test test, List<String> values)
        implements RowFilter.FilterNode {
    /** What is tested. */
    enum Test {
        EQUAL("等于", "is"),
        DIFFERENT("不等于", "is not"),
        LESS("小于", "<"),
        AT_MOST("不大于", "≤"),
        MORE("大于", ">"),
        AT_LEAST("不小于", "≥"),
        IN("属于", "is one of"),
        NOT_IN("不属于", "is none of"),
        BETWEEN("介于", "is between"),
        STARTS("开头为", "starts with"),
        NULL("为空", "is empty"),
        NOT_NULL("不为空", "is not empty");

        private final String zh;
        private final String en;

        Test(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    @Override
    public boolean passes(List<@Nullable String> row) {
        String value = index < row.size() ? row.get(index) : null;
        if (test == Test.NULL) {
            return value == null;
        }
        if (value == null) {
            return false;
        }
        try {
            return holds(value);
        } catch (NumberFormatException e) {
            return false; // such a row is set aside by intake with its own finding
        }
    }

    private boolean holds(String value) {
        return switch (test) {
            case NULL -> false;
            case NOT_NULL -> true;
            case EQUAL -> compare(value, 0) == 0;
            case DIFFERENT -> compare(value, 0) != 0;
            case LESS -> compare(value, 0) < 0;
            case AT_MOST -> compare(value, 0) <= 0;
            case MORE -> compare(value, 0) > 0;
            case AT_LEAST -> compare(value, 0) >= 0;
            case BETWEEN -> compare(value, 0) >= 0 && compare(value, 1) <= 0;
            case STARTS -> value.startsWith(values.getFirst());
            case IN -> isOneOf(value);
            case NOT_IN -> !isOneOf(value);
        };
    }

    private boolean isOneOf(String value) {
        for (int i = 0; i < values.size(); i++) {
            if (compare(value, i) == 0) {
                return true;
            }
        }
        return false;
    }

    private int compare(String value, int literal) {
        String other = values.get(literal);
        return switch (type) {
            case INTEGER, DECIMAL, DOUBLE -> new BigDecimal(value.strip()).compareTo(new BigDecimal(other));
            case BOOLEAN -> CanonicalValue.of(type, value).compareTo(CanonicalValue.of(type, other));
            // padding of a fixed-length column does not count
            case TEXT -> value.stripTrailing().compareTo(other.stripTrailing());
            // ISO texts sort as the days and moments they stand for
            default -> value.strip().compareTo(other);
        };
    }

    @Override
    public void fields(Set<String> names) {
        names.add(field);
    }

    @Override
    public String words(boolean zh, FilterNames names) {
        String shown = names.field(field).in(zh ? "zh" : "en") + " " + (zh ? test.zh : test.en);
        if (values.isEmpty()) {
            return shown;
        }
        String between = test == Test.BETWEEN ? (zh ? " 至 " : " and ") : zh ? "、" : ", ";
        return values.stream()
                .map(value -> names.value(field, value).in(zh ? "zh" : "en"))
                .collect(Collectors.joining(between, shown + " ", ""));
    }
}
