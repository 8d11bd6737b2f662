package org.citybrain.gateway.mariadb;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a column of another type reads its old values as before; types are in the words of the log. */
final class AlikeTypes {
    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");
    private static final List<String> BLOBS = List.of("tinyblob", "blob", "mediumblob", "longblob");
    private static final String UNSIGNED = " unsigned";
    private static final Pattern SIZED = Pattern.compile("([a-z]+)\\((\\d+)(?:,(\\d+))?\\)( unsigned)?");

    private AlikeTypes() {}

    static boolean areAlike(String from, String to) {
        return from.equals(to)
                || isLongerInteger(from, to)
                || isLonger(TEXTS, from, to)
                || isLonger(BLOBS, from, to)
                || hasMoreWords(from, to)
                || isWider(SIZED.matcher(from), to);
    }

    private static boolean isLongerInteger(String from, String to) {
        boolean signsAgree = to.endsWith(UNSIGNED) == from.endsWith(UNSIGNED);
        // the half above a signed one's zero is in the next longer one
        return (signsAgree || !to.endsWith(UNSIGNED))
                && isLonger(INTEGERS, from.replace(UNSIGNED, ""), to.replace(UNSIGNED, ""));
    }

    private static boolean isLonger(List<String> order, String from, String to) {
        return order.contains(from) && order.indexOf(from) < order.indexOf(to);
    }

    // words that came behind the others leave those as they were
    private static boolean hasMoreWords(String from, String to) {
        return (from.startsWith("enum(") || from.startsWith("set("))
                && to.startsWith(from.substring(0, from.length() - 1) + ",");
    }

    private static boolean isWider(Matcher from, String to) {
        if (!from.matches()) {
            return false;
        }
        String name = from.group(1);
        // the shortest of these holds fewer bytes than a long column of characters
        if (name.equals("varchar") && TEXTS.indexOf(to) > 0 || name.equals("varbinary") && BLOBS.indexOf(to) > 0) {
            return true;
        }
        Matcher now = SIZED.matcher(to);
        if (!now.matches() || Integer.parseInt(now.group(2)) < Integer.parseInt(from.group(2))) {
            return false;
        }
        boolean sameName = now.group(1).equals(name);
        return switch (name) {
            case "varchar", "varbinary" -> sameName;
            case "char" -> sameName || now.group(1).equals("varchar");
            case "decimal" ->
                sameName && from.group(3).equals(now.group(3)) && (now.group(4) == null || from.group(4) != null);
            default -> false;
        };
    }
}
