package org.citybrain.kernel.subscribe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a resource a subscription gets. A declared little language, never SQL:
 *
 * <pre>
 * kind = '低保' and amount &gt;= 100
 * region_code starts with '360902' or village in ('360902001001', '360902001002')
 * day between '2026-01-01' and '2026-06-30' and ended_on is null
 * </pre>
 *
 * A comparison with an absent value never holds; only {@code is null} does. The empty filter passes every row.
 */
public final class RowFilter {
    /** Long enough for every village of a county by its code. */
    private static final int LONGEST = 8_000;

    private final String text;
    private final @Nullable FilterNode root;

    private RowFilter(String text, @Nullable FilterNode root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a filter for rows of these fields.
     *
     * @throws FilterException when it cannot be read, with the place
     */
    public static RowFilter parse(String text, List<FieldSpec> fields) {
        if (text.length() > LONGEST) {
            throw new FilterException(
                    LONGEST, "条件过长，最多 " + LONGEST + " 个字符", "the condition is too long: " + LONGEST + " signs at most");
        }
        return new RowFilter(text.strip(), text.isBlank() ? null : new FilterParser(text, fields).read());
    }

    /** Whether the row passes; values are canonical texts in the fields' order. */
    public boolean passes(List<@Nullable String> row) {
        return root == null || root.passes(row);
    }

    /** Names of the fields it looks at. */
    public Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        if (root != null) {
            root.fields(names);
        }
        return names;
    }

    /** The filter as it was written. */
    public String text() {
        return text;
    }

    /** The filter in words, fields and values by their own signs. */
    public Bilingual words() {
        return words(FilterNames.CODES);
    }

    /** The filter in words for people. */
    public Bilingual words(FilterNames names) {
        return root == null
                ? new Bilingual("全部行", "all rows")
                : new Bilingual(root.words(true, names), root.words(false, names));
    }

    /** A condition or a group of them. */
    sealed interface FilterNode permits Group, FilterCondition {
        boolean passes(List<@Nullable String> row);

        void fields(Set<String> names);

        String words(boolean zh, FilterNames names);
    }

    /** Several conditions, all or any of which must hold. */
    record Group(boolean all, List<FilterNode> parts) implements FilterNode {
        @Override
        public boolean passes(List<@Nullable String> row) {
            return all
                    ? parts.stream().allMatch(part -> part.passes(row))
                    : parts.stream().anyMatch(part -> part.passes(row));
        }

        @Override
        public void fields(Set<String> names) {
            parts.forEach(part -> part.fields(names));
        }

        @Override
        public String words(boolean zh, FilterNames names) {
            List<String> words = new ArrayList<>();
            for (FilterNode part : parts) {
                words.add(part instanceof Group ? "(" + part.words(zh, names) + ")" : part.words(zh, names));
            }
            return String.join(zh ? (all ? " 且 " : " 或 ") : (all ? " and " : " or "), words);
        }
    }
}
