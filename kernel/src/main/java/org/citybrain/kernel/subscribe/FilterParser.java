package org.citybrain.kernel.subscribe;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.FieldType;
import org.citybrain.kernel.subscribe.FilterCondition.Test;
import org.citybrain.kernel.subscribe.FilterTokens.Kind;
import org.citybrain.kernel.subscribe.FilterTokens.Token;
import org.citybrain.kernel.subscribe.RowFilter.FilterNode;

/** Reads the filter's words by descent: or, and, condition. */
final class FilterParser {
    private static final int DEEPEST = 16;
    private static final int DAY = 10;

    private final List<Token> tokens;
    private final List<FieldSpec> fields;
    private int at;
    private int depth;

    FilterParser(String text, List<FieldSpec> fields) {
        this.tokens = FilterTokens.of(text);
        this.fields = fields;
    }

    FilterNode read() {
        FilterNode root = any();
        if (peek().kind() != Kind.END) {
            throw wrong("这里应为 and、or 或结束", "and, or or the end is expected here");
        }
        return root;
    }

    private FilterNode any() {
        List<FilterNode> parts = new ArrayList<>(List.of(all()));
        while (took("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new RowFilter.Group(false, List.copyOf(parts));
    }

    private FilterNode all() {
        List<FilterNode> parts = new ArrayList<>(List.of(one()));
        while (took("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.getFirst() : new RowFilter.Group(true, List.copyOf(parts));
    }

    private FilterNode one() {
        if (!took("(")) {
            return condition();
        }
        if (++depth > DEEPEST) {
            throw wrong("括号嵌套过深", "brackets are nested too deeply");
        }
        FilterNode inside = any();
        expect(")");
        depth--;
        return inside;
    }

    private FilterNode condition() {
        Token name = next();
        if (name.kind() != Kind.WORD) {
            throw new FilterException(name.place(), "这里应为字段名", "a field's name is expected here");
        }
        int index = indexOf(name);
        FieldSpec field = fields.get(index);
        Token word = peek();
        Test test = test();
        requireFit(word, field, test);
        return new FilterCondition(field.name(), index, field.type(), test, values(field, test));
    }

    private int indexOf(Token name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name.text())) {
                return i;
            }
        }
        String known = fields.stream().map(FieldSpec::name).collect(Collectors.joining(", "));
        throw new FilterException(
                name.place(),
                "没有字段 " + name.text() + "，可用字段：" + known,
                "there is no field " + name.text() + "; there are " + known);
    }

    private Test test() {
        Token word = next();
        return switch (word.text().toLowerCase(java.util.Locale.ROOT)) {
            case "=" -> Test.EQUAL;
            case "!=", "<>" -> Test.DIFFERENT;
            case "<" -> Test.LESS;
            case "<=" -> Test.AT_MOST;
            case ">" -> Test.MORE;
            case ">=" -> Test.AT_LEAST;
            case "in" -> Test.IN;
            case "between" -> Test.BETWEEN;
            case "not" -> {
                expect("in");
                yield Test.NOT_IN;
            }
            case "starts" -> {
                expect("with");
                yield Test.STARTS;
            }
            case "is" -> {
                boolean not = took("not");
                expect("null");
                yield not ? Test.NOT_NULL : Test.NULL;
            }
            default ->
                throw new FilterException(
                        word.place(),
                        "这里应为 = != < <= > >= in、not in、between、starts with 或 is null",
                        "= != < <= > >= in, not in, between, starts with or is null is expected here");
        };
    }

    private static void requireFit(Token word, FieldSpec field, Test test) {
        boolean fits = switch (field.type()) {
            case BYTES, OTHER -> test == Test.NULL || test == Test.NOT_NULL;
            case TEXT -> true;
            default -> test != Test.STARTS;
        };
        if (!fits) {
            throw new FilterException(
                    word.place(),
                    "字段 " + field.name() + "（" + field.sourceType() + "）不能这样比较",
                    "field " + field.name() + " (" + field.sourceType() + ") cannot be tested so");
        }
    }

    private List<String> values(FieldSpec field, Test test) {
        return switch (test) {
            case NULL, NOT_NULL -> List.of();
            case BETWEEN -> {
                String low = value(field);
                expect("and");
                yield List.of(low, value(field));
            }
            case IN, NOT_IN -> {
                expect("(");
                List<String> values = new ArrayList<>(List.of(value(field)));
                while (took(",")) {
                    values.add(value(field));
                }
                expect(")");
                yield List.copyOf(values);
            }
            default -> List.of(value(field));
        };
    }

    private String value(FieldSpec field) {
        Token token = next();
        boolean literal = token.kind() == Kind.TEXT
                || token.kind() == Kind.NUMBER
                || field.type() == FieldType.BOOLEAN && (token.is("true") || token.is("false"));
        if (!literal) {
            throw new FilterException(
                    token.place(), "这里应为数字或加单引号的文本", "a number or a text in single quotes is expected here");
        }
        if (!fits(field.type(), token.text())) {
            throw new FilterException(
                    token.place(),
                    "值 " + token.text() + " 不合字段 " + field.name() + " 的类型 " + field.sourceType(),
                    "the value " + token.text() + " does not fit " + field.name() + " of type " + field.sourceType());
        }
        return token.text();
    }

    private static boolean fits(FieldType type, String text) {
        try {
            return switch (type) {
                case INTEGER, DECIMAL, DOUBLE -> new BigDecimal(text.strip()).precision() > 0;
                case DATE -> text.length() == DAY && LocalDate.parse(text).getYear() > 0;
                case TIMESTAMP ->
                    text.matches("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?)?")
                            && LocalDate.parse(text.substring(0, DAY)).getYear() > 0
                            && (text.length() == DAY
                                    || LocalTime.parse(text.substring(DAY + 1)).getHour() >= 0);
                case BOOLEAN -> text.matches("(?i)t|f|true|false");
                default -> true;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() == Kind.END) {
            throw wrong("条件没有写完", "the condition ends too early");
        }
        at++;
        return token;
    }

    private boolean took(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!took(word)) {
            throw wrong("这里应为 " + word, word + " is expected here");
        }
    }

    private FilterException wrong(String zh, String en) {
        return new FilterException(peek().place(), zh, en);
    }
}
