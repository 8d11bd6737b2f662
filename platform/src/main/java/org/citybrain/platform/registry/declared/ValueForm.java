package org.citybrain.platform.registry.declared;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.citybrain.kernel.code.DataElement;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** How a golden field's value is written; the declaration names it in lower case with hyphens. */
public enum ValueForm {
    TEXT(null),
    IDENTITY_NUMBER(DataElement.IDENTITY_NUMBER),
    CREDIT_CODE(DataElement.CREDIT_CODE),
    PHONE(DataElement.PHONE),
    VILLAGE(DataElement.VILLAGE_CODE),
    /** A day, coming ones too. */
    DATE(null),
    /** A day that has come. */
    PAST_DATE(null),
    /** A person's name: letters, and what joins them. */
    NAME(null),
    /** An amount or a count, not below nought. */
    NUMBER(null);

    private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    private final @Nullable DataElement element;

    ValueForm(@Nullable DataElement element) {
        this.element = element;
    }

    /** The form in which sources' values stand in the pool; it need not be valid. */
    public String standardise(String text) {
        return element == null ? text.strip() : element.standardise(text);
    }

    /** What is wrong with a standardised value; empty when nothing is. */
    public Optional<Bilingual> faultOf(String standard, LocalDate today) {
        if (element != null) {
            return element.problemOf(standard).map(NumberFault::of);
        }
        return switch (this) {
            case DATE -> dateFault(standard, LAST_DAY);
            case PAST_DATE -> dateFault(standard, today);
            case NAME ->
                standard.matches("[\\p{L}\\p{M}][\\p{L}\\p{M}·•.'’ -]{0,199}")
                        ? Optional.empty()
                        : Optional.of(new Bilingual(
                                "应为姓名：文字和间隔号，最多 200 字", "it must be a name: letters and what joins them, at most 200"));
            case NUMBER ->
                standard.matches("\\d{1,15}(\\.\\d{1,6})?")
                        ? Optional.empty()
                        : Optional.of(new Bilingual("应为不小于零的数", "it must be a number, not below nought"));
            default -> Optional.empty();
        };
    }

    private static Optional<Bilingual> dateFault(String text, LocalDate last) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isBefore(FIRST_DAY) || day.isAfter(last)
                    ? Optional.of(new Bilingual(
                            "日期应在 " + FIRST_DAY + " 至 " + last + " 之间",
                            "the day must be from " + FIRST_DAY + " to " + last))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(new Bilingual("应为日期，写作 2026-01-31", "it must be a date, written 2026-01-31"));
        }
    }

    @JsonCreator
    public static ValueForm of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
