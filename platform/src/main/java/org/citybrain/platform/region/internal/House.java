package org.citybrain.platform.region.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind the divisions of an address in its standard form: street, numbers from the coarse to the fine, the rest. */
final class House {
    private static final Pattern BARE_ROOM = Pattern.compile("\\d{2,5}");

    /** The numbered parts in the order in which addresses name them. */
    enum Part {
        GROUP("(\\d+)组"),
        NUMBER("(\\d+(?:-\\d+)?)号(?:院)?"),
        BUILDING("(\\d+|[a-z甲乙丙丁])(?:栋|座)"),
        UNIT("(\\d+)单元"),
        FLOOR("(\\d+)(?:层|楼)"),
        ROOM("(\\d+[a-z]?)室");

        private final Pattern pattern;

        Part(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private final Map<Part, String> parts = new EnumMap<>(Part.class);
    private String street = "";
    private String estate = "";
    private String rest = "";

    House(String text) {
        int at = 0;
        for (Part part : Part.values()) {
            Matcher found = part.pattern.matcher(text);
            if (found.find(at)) {
                between(text.substring(at, found.start()));
                parts.put(part, found.group(1));
                at = found.end();
            }
        }
        behind(text.substring(at));
    }

    private void between(String words) {
        if (parts.isEmpty()) {
            street = words;
        } else if (estate.isEmpty()) {
            estate = words;
        } else {
            rest += words;
        }
    }

    private void behind(String words) {
        boolean inside = parts.containsKey(Part.BUILDING) || parts.containsKey(Part.UNIT);
        if (parts.isEmpty()) {
            street = words;
        } else if (inside
                && !parts.containsKey(Part.ROOM)
                && BARE_ROOM.matcher(words).matches()) {
            parts.put(Part.ROOM, words);
        } else {
            rest += words;
        }
    }

    /** Such as 8 of 8号; empty when it was not told. */
    String part(Part part) {
        return parts.getOrDefault(part, "");
    }

    String street() {
        return street;
    }

    String estate() {
        return estate;
    }

    String rest() {
        return rest;
    }
}
