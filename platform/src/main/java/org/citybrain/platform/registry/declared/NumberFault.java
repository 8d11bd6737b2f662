package org.citybrain.platform.registry.declared;

import java.util.Locale;
import org.citybrain.kernel.text.Bilingual;

/** What is wrong with a number, in sentences; the number itself is never told. */
public final class NumberFault {
    private NumberFault() {}

    /** The sentence of a data element's fault such as {@code check-digit} or {@code CHECK_DIGIT}. */
    public static Bilingual of(String fault) {
        return switch (fault.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "length" -> new Bilingual("位数不对", "it has too few or too many signs");
            case "character" -> new Bilingual("含有不应出现的字符", "it holds a sign that has no place in it");
            case "date" -> new Bilingual("其中的出生日期不存在", "the birth date in it is not in the calendar");
            case "check-digit" -> new Bilingual("校验码不符", "its check digit does not fit");
            default -> new Bilingual("格式不对", "it is not written as it should be");
        };
    }

    /** The sentence in both languages, Chinese first. */
    public static String words(String fault) {
        Bilingual words = of(fault);
        return words.zh() + " · " + words.en();
    }
}
