package org.citybrain.sceneformat;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a value comes from, written {@code kind:name} or {@code kind:of.name} in a scene file.
 *
 * <ul>
 *   <li>{@code input:<rule>.<name>}: an input of the case's latest decision by that rule
 *   <li>{@code value:<rule>.<name>}: a value that decision worked out
 *   <li>{@code sentence:<rule>.zh|en}: its sentence
 *   <li>{@code form:<form>.<field>}: an answer in the case's latest such form
 *   <li>{@code parameter:<id>}: a parameter on the day of the question
 *   <li>{@code case:id|subject|scene}; {@code day:today|first-of-next-month} (city day); {@code text:<constant>}
 * </ul>
 */
public record ValueFrom(Kind kind, String of, String name) {
    /** The closed list of origins. */
    public enum Kind {
        INPUT,
        VALUE,
        SENTENCE,
        FORM,
        PARAMETER,
        CASE,
        DAY,
        TEXT
    }

    /** Parses the written form; empty when it is not one of the kinds or lacks a name. */
    public static Optional<ValueFrom> parse(String written) {
        int colon = written.indexOf(':');
        if (colon <= 0 || colon == written.length() - 1) {
            return Optional.empty();
        }
        String rest = written.substring(colon + 1).strip();
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(written.substring(0, colon).toUpperCase(Locale.ROOT))) {
                return of(kind, rest);
            }
        }
        return Optional.empty();
    }

    private static Optional<ValueFrom> of(Kind kind, String rest) {
        boolean qualified = kind == Kind.INPUT || kind == Kind.VALUE || kind == Kind.SENTENCE || kind == Kind.FORM;
        if (!qualified) {
            return Optional.of(new ValueFrom(kind, "", rest));
        }
        int dot = rest.indexOf('.');
        return dot <= 0 || dot == rest.length() - 1
                ? Optional.empty()
                : Optional.of(new ValueFrom(kind, rest.substring(0, dot), rest.substring(dot + 1)));
    }
}
