package org.citybrain.gateway.keyed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;

/**
 * Tells whether an alteration may have given other values to rows that were sent before. A database that retypes a column,
 * or fills a new one, does so without a word in its log.
 */
public final class Rewriting {
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint", "numeric", "text");
    private static final Pattern SIZED = Pattern.compile("(varchar|numeric|decimal)\\((\\d+)(?:,(\\d+))?\\)");

    private Rewriting() {}

    /**
     * Columns whose values may be other ones than were sent; empty when every row that was sent still reads as it did, as after
     * a column was dropped, added without a value, or made wider. One that is new where another is gone may be that one renamed.
     *
     * @param sent the schema that the rows were sent with
     * @param filled columns to which rows that stood already may have been given a value
     */
    public static List<String> columns(SchemaVersion sent, SchemaVersion now, Set<String> filled) {
        Map<String, FieldSpec> before = new HashMap<>();
        sent.fields().forEach(field -> before.put(field.name(), field));
        Set<String> names = now.fields().stream().map(FieldSpec::name).collect(Collectors.toSet());
        boolean someGone = !names.containsAll(before.keySet());
        List<String> columns = new ArrayList<>();
        int place = -1;
        for (FieldSpec field : now.fields()) {
            FieldSpec old = before.get(field.name());
            // one that stands behind others that it stood before was dropped and made again
            boolean again = old != null && sent.fields().indexOf(old) < place;
            if (old == null ? someGone || filled.contains(field.name()) : again || !readsAlike(old, field)) {
                columns.add(field.name());
            }
            place = old == null ? place : Math.max(place, sent.fields().indexOf(old));
        }
        return columns;
    }

    private static boolean readsAlike(FieldSpec old, FieldSpec now) {
        String from = old.sourceType();
        String to = now.sourceType();
        return from.equals(to)
                || INTEGERS.contains(from) && INTEGERS.indexOf(from) < INTEGERS.indexOf(to)
                || isWider(SIZED.matcher(from), to);
    }

    private static boolean isWider(Matcher from, String to) {
        if (!from.matches()) {
            return false;
        }
        // without a size nothing is cut off, and digits stay as they are
        if (to.equals(from.group(1)) || to.equals("text")) {
            return true;
        }
        Matcher size = SIZED.matcher(to);
        return size.matches()
                && size.group(1).equals(from.group(1))
                && Integer.parseInt(size.group(2)) >= Integer.parseInt(from.group(2))
                && String.valueOf(size.group(3)).equals(String.valueOf(from.group(3)));
    }
}
