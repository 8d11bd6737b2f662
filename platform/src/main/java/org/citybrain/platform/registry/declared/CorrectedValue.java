package org.citybrain.platform.registry.declared;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.RegistryProblem;

/** Holds the value that a correction wants to the rules of its field. */
public final class CorrectedValue {
    private static final int LONGEST = 200;

    private CorrectedValue() {}

    /**
     * The value as sources' values stand in the pool.
     *
     * @param today the city's day, after which nothing can have happened
     * @throws Refusal when it does not fit; the value is not repeated, as it may be an identity number
     */
    public static String standard(Declaration.Field field, String wanted, LocalDate today) {
        String value = field.formOfValue().standardise(wanted);
        faultOf(field, value, today).ifPresent(fault -> {
            Bilingual title = field.title();
            throw Refusal.of(
                    RegistryProblem.VALUE_WRONG,
                    title.zh() + "：" + fault.zh() + " · " + title.en() + ": " + fault.en());
        });
        return value;
    }

    private static Optional<Bilingual> faultOf(Declaration.Field field, String value, LocalDate today) {
        if (value.codePointCount(0, value.length()) > LONGEST) {
            return Optional.of(new Bilingual("最多 " + LONGEST + " 字", "at most " + LONGEST + " characters"));
        }
        if (value.codePoints().anyMatch(CorrectedValue::isUnseen)) {
            return Optional.of(new Bilingual("含有控制字符", "it holds a control character"));
        }
        Map<String, Bilingual> codes = field.codes();
        if (codes != null && !codes.containsKey(value)) {
            return Optional.of(new Bilingual(
                    "应为 " + listed(codes, "、", Bilingual::zh), "one of " + listed(codes, ", ", Bilingual::en)));
        }
        return field.formOfValue().faultOf(value, today);
    }

    private static boolean isUnseen(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static String listed(Map<String, Bilingual> codes, String between, Function<Bilingual, String> language) {
        return codes.entrySet().stream()
                .map(code -> code.getKey() + " " + language.apply(code.getValue()))
                .collect(Collectors.joining(between));
    }
}
