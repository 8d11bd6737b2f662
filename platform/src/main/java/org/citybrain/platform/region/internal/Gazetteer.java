package org.citybrain.platform.region.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.matching.schema.FieldKind;
import org.citybrain.matching.standard.Standard;
import org.citybrain.matching.standard.Standards;
import org.citybrain.matching.standard.TextBuffer;
import org.jspecify.annotations.Nullable;

/** Divisions by the ways their names are written, in the standard form of addresses. */
final class Gazetteer {
    private static final int TOWN = 9;
    private static final int VILLAGE = 12;
    private static final String ROADS = "街路巷弄道";
    private final Map<String, List<String>> whole = new HashMap<>();
    private final Map<String, List<String>> shortened = new HashMap<>();
    private final int longest;

    /** A division that a text names at some place. */
    record Named(String code, int end) {}

    /**
     * Takes names by code: provinces (2 digits) and cities (4) of the whole country, counties (6), towns (9) and villages (12) of
     * the own city.
     */
    Gazetteer(Map<String, String> names) {
        names.forEach((code, name) -> {
            DivisionNames.whole(code, name).forEach(spelling -> enter(whole, spelling, code));
            enter(shortened, DivisionNames.shortened(code, name), code);
        });
        longest = whole.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The standard form of an address: the one in which names are kept. */
    static String standard(String text) {
        Standard standard = Standards.of(FieldKind.ADDRESS);
        TextBuffer out = new TextBuffer();
        standard.apply(new TextBuffer().append(text), out);
        return out.toString();
    }

    /**
     * The division below another one that the text names at a place: the longest name, and of several the nearest below it. A
     * shortened name counts only in front of a further division, for 袁州 may begin the name of a road as well.
     *
     * @param within code of the division found before, empty for none
     * @return null when there is none, or several of which none is nearer
     */
    @Nullable
    Named at(String text, int from, String within) {
        for (int end = Math.min(text.length(), from + longest); end > from; end--) {
            String name = text.substring(from, end);
            String code = only(whole.getOrDefault(name, List.of()), within);
            if (code != null && !isRoad(text, end)) {
                return new Named(code, end);
            }
            String behind = only(shortened.getOrDefault(name, List.of()), within);
            if (behind != null && isMeant(text, end, within, behind)) {
                return new Named(behind, end);
            }
        }
        return null;
    }

    /** The divisions that bear the longest whole name at a text's beginning, where several do and none is nearer; else none. */
    List<String> several(String text) {
        for (int end = Math.min(text.length(), longest); end > 0; end--) {
            List<String> codes = whole.getOrDefault(text.substring(0, end), List.of());
            if (!codes.isEmpty() && !isRoad(text, end)) {
                return only(codes, "") == null ? codes.stream().sorted().toList() : List.of();
            }
        }
        return List.of();
    }

    /** A village's short name counts below its town where the house number follows, others in front of a further division. */
    private boolean isMeant(String text, int end, String town, String code) {
        if (code.length() == VILLAGE) {
            return town.length() == TOWN && (end == text.length() || Character.isDigit(text.charAt(end)));
        }
        return at(text, end, code) != null;
    }

    /** 西村街 is a street and not the village 西村. */
    private static boolean isRoad(String text, int end) {
        return end < text.length() && ROADS.indexOf(text.charAt(end)) >= 0;
    }

    private static @Nullable String only(List<String> codes, String within) {
        List<String> below = codes.stream()
                .filter(code -> code.length() > within.length() && code.startsWith(within))
                .toList();
        int nearest = below.stream().mapToInt(String::length).min().orElse(0);
        List<String> near =
                below.stream().filter(code -> code.length() == nearest).toList();
        return near.size() == 1 ? near.getFirst() : null;
    }

    private static void enter(Map<String, List<String>> index, String spelling, String code) {
        String name = standard(spelling);
        if (!name.isEmpty()) {
            List<String> codes = index.computeIfAbsent(name, any -> new ArrayList<>(1));
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
    }
}
