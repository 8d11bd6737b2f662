package org.citybrain.gateway.health;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** State of a gateway's parts, each UP, DOWN with a reason, or under way with a note. */
public final class Health {
    private final Map<String, Part> parts;
    private final String prefix;

    /** No parts yet. */
    public Health() {
        this(new ConcurrentSkipListMap<>(), "");
    }

    private Health(Map<String, Part> parts, String prefix) {
        this.parts = parts;
        this.prefix = prefix;
    }

    /**
     * One part.
     *
     * @param status UP, DOWN or BUSY
     * @param detail for people
     */
    public record Part(String status, String detail) {}

    /** The part works. */
    public void up(String part, String detail) {
        put(part, new Part("UP", detail));
    }

    /** The part does not work; it is retried. */
    public void down(String part, String reason) {
        put(part, new Part("DOWN", reason));
    }

    /** The part is at work that takes a while. */
    public void note(String part, String progress) {
        put(part, new Part("BUSY", progress));
    }

    /** The part is done and gone. */
    public void clear(String part) {
        parts.remove(prefix + part);
    }

    private void put(String part, Part state) {
        parts.put(prefix + part, state);
    }

    /** All parts by name. */
    public Map<String, Part> parts() {
        return Map.copyOf(parts);
    }

    /** Whether no part is down. */
    public boolean isUp() {
        return parts.values().stream().noneMatch(part -> part.status().equals("DOWN"));
    }

    /** A view whose part names begin with a word, such as the department's code. */
    public Health under(String word) {
        return new Health(parts, prefix + word + " ");
    }
}
