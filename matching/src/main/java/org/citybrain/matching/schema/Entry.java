package org.citybrain.matching.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place of a declaration with what stands there. What is not of the asked form is refused under the place's name.
 *
 * @param place the keys from the top, joined by dots; empty for the whole declaration
 * @param node what stands there; a missing node where nothing does
 */
record Entry(String place, JsonNode node) {

    /** The entry under a key, whether it is there or not. */
    Entry at(String key) {
        return new Entry(place.isEmpty() ? key : place + "." + key, node.path(key));
    }

    boolean isThere() {
        return !node.isMissingNode();
    }

    /** Refuses what is no mapping and every key that is not one of the words. */
    Entry ofWords(Set<String> words) {
        entries().keySet().forEach(key -> {
            if (!words.contains(key)) {
                throw at(key).refused(
                                "不认识的词, 可用的有 " + String.join(", ", new TreeSet<>(words)),
                                "unknown word; known are " + String.join(", ", new TreeSet<>(words)));
            }
        });
        return this;
    }

    /** The entries of a mapping by their keys, in the order written. */
    Map<String, Entry> entries() {
        if (!node.isObject()) {
            throw refused("需要 键: 值 的形式", "keys with values are needed (`key: value`)");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), at(entry.getKey())));
        return entries;
    }

    /** A word, or `otherwise` where nothing is written. */
    String word(String otherwise) {
        return isThere() ? word() : otherwise;
    }

    /** A word; a number or a truth value is no word. */
    String word() {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw refused("需要一个词" + found(), "a word is needed" + found());
        }
        return node.asText();
    }

    /** `true` or `false`, or `otherwise` where nothing is written. */
    boolean flag(boolean otherwise) {
        if (isThere() && !node.isBoolean()) {
            throw refused("需要 true 或 false" + found(), "true or false is needed" + found());
        }
        return isThere() ? node.asBoolean() : otherwise;
    }

    /** What a list holds; nothing where no list is written. */
    List<Entry> items() {
        if (isThere() && !node.isArray()) {
            throw refused("需要列表, 如 [a, b]" + found(), "a list is needed, such as [a, b]" + found());
        }
        List<Entry> items = new ArrayList<>();
        node.forEach(item -> items.add(new Entry(place + "[" + (items.size() + 1) + "]", item)));
        return items;
    }

    /** The words of a list; nothing where no list is written. Refuses a word that stands twice. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (Entry item : items()) {
            String word = item.word();
            if (words.contains(word)) {
                throw refused("「" + word + "」写了两次, 请去掉一个", "\"" + word + "\" stands twice: drop one");
            }
            words.add(word);
        }
        return words;
    }

    /** The refusal of what stands here. */
    SchemaException refused(String zh, String en) {
        return new SchemaException((place.isEmpty() ? "" : place + ": ") + zh + " · " + en);
    }

    private String found() {
        return node.isValueNode() && !node.isNull() ? " (≠ " + node.asText() + ")" : "";
    }
}
