package org.citybrain.matching.schema;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a blocking rule takes of a field, as written in the declaration. */
final class PartText {
    private static final Pattern PART = Pattern.compile("([a-z]+)(\\d*)\\(([^()]+)\\)");
    private static final int LONGEST = 99;

    private PartText() {}

    /** Reads `field` or `function(field)`; what cannot be followed is refused under the rule's place. */
    static KeyPart read(String written, Entry rule, List<MatchField> fields) {
        Matcher matcher = PART.matcher(written);
        if (!matcher.matches()) {
            return new KeyPart(number(written, rule, fields), KeyPart.Function.VALUE, 0);
        }
        KeyPart.Function function = KeyPart.Function.find(matcher.group(1))
                .orElseThrow(() -> rule.refused(
                        "不认识的分块函数 " + written + ", 可用的有 " + KeyPart.Function.known(),
                        "unknown blocking function " + written + "; known are " + KeyPart.Function.known()));
        int field = number(matcher.group(3), rule, fields);
        if (function.readsWords() && !fields.get(field).kind().isOfWords()) {
            throw rule.refused(
                    written + " 只用于类型为 name 或 title 的字段", written + " needs a field of the kind name or title");
        }
        if (function.readsDates() && fields.get(field).kind() != FieldKind.DATE) {
            throw rule.refused(written + " 只用于类型为 date 的字段", written + " needs a field of the kind date");
        }
        return new KeyPart(field, function, size(matcher.group(2), function, written, rule));
    }

    private static int size(String digits, KeyPart.Function function, String written, Entry rule) {
        if (!function.needsSize()) {
            if (!digits.isEmpty()) {
                throw rule.refused(written + " 不带数字", written + " takes no number");
            }
            return 0;
        }
        int size = digits.isEmpty() || digits.length() > 2 ? 0 : Integer.parseInt(digits);
        if (size < 1) {
            throw rule.refused(
                    written + " 需要 1 到 " + LONGEST + " 的字数, 如 prefix3(name)",
                    written + " needs a number of signs from 1 to " + LONGEST + ", such as prefix3(name)");
        }
        return size;
    }

    /** The place of a field among those declared. */
    static int number(String word, Entry place, List<MatchField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(word)) {
                return i;
            }
        }
        List<String> names = fields.stream().map(MatchField::name).toList();
        throw place.refused(
                "没有字段 " + word + ", 已声明的有 " + String.join(", ", names),
                "there is no field " + word + "; declared are " + String.join(", ", names));
    }
}
