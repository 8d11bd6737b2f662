package org.citybrain.gateway.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement of the log does to whole tables: their rows' ends stand nowhere else.
 *
 * @param emptied whether the tables stay, without their rows
 * @param tables database and name
 */
record TableDoom(boolean emptied, List<String> tables) {
    static final TableDoom NONE = new TableDoom(false, List.of());

    private static final String NAME = "(?:`(?:[^`]|``)+`|[^\\s`.,;()]+)";
    private static final String TABLE = "(" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?)";
    private static final Pattern ONE = Pattern.compile(TABLE);
    private static final Pattern REMARK = Pattern.compile("(?s)/\\*(?!M?!).*?\\*/");
    private static final Pattern RUN = Pattern.compile("(?s)/\\*M?!\\d*(.*?)\\*/");
    private static final Pattern LITERAL = Pattern.compile("(?s)'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'");
    private static final Pattern SETTING = Pattern.compile("(?is)^SET\\s+STATEMENT\\s.*?\\sFOR\\s+");
    private static final Pattern TRUNCATE = Pattern.compile("(?is)TRUNCATE\\s+(?:TABLE\\s+)?" + TABLE + ".*");
    private static final Pattern DROP = Pattern.compile(
            "(?is)DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(.*?)(?:\\s+(?:RESTRICT|CASCADE|WAIT|NOWAIT).*)?");
    private static final Pattern REPLACE = Pattern.compile("(?is)CREATE\\s+OR\\s+REPLACE\\s+TABLE\\s+" + TABLE + ".*");
    private static final Pattern RENAME = Pattern.compile("(?is)RENAME\\s+TABLES?\\s+(?:IF\\s+EXISTS\\s+)?(.*)");
    private static final Pattern ALTER =
            Pattern.compile("(?is)ALTER\\s+(?:ONLINE\\s+)?(?:IGNORE\\s+)?TABLE\\s+(?:IF\\s+EXISTS\\s+)?" + TABLE
                    + "\\s.*\\bRENAME\\s+(?!(?:COLUMN|INDEX|KEY|CONSTRAINT)\\b).*");

    /** Reads a statement as it stands in the log. */
    static TableDoom of(String sql, String database) {
        String plain = REMARK.matcher(sql).replaceAll(" ");
        plain = RUN.matcher(plain).replaceAll(" $1 ");
        plain = LITERAL.matcher(plain).replaceAll("''").strip();
        plain = SETTING.matcher(plain).replaceFirst("");
        Matcher truncate = TRUNCATE.matcher(plain);
        if (truncate.matches()) {
            return new TableDoom(true, List.of(id(truncate.group(1), database)));
        }
        for (Pattern one : List.of(REPLACE, ALTER)) {
            Matcher matcher = one.matcher(plain);
            if (matcher.matches()) {
                return new TableDoom(false, List.of(id(matcher.group(1), database)));
            }
        }
        Matcher drop = DROP.matcher(plain);
        if (drop.matches()) {
            return new TableDoom(false, all(drop.group(1), database));
        }
        Matcher rename = RENAME.matcher(plain);
        return rename.matches() ? new TableDoom(false, all(rename.group(1), database)) : NONE;
    }

    // of each "a TO b" the first name counts
    private static List<String> all(String list, String database) {
        List<String> tables = new ArrayList<>();
        for (String part : list.split(",(?=(?:[^`]*`[^`]*`)*[^`]*$)", -1)) {
            Matcher name = ONE.matcher(part.strip());
            if (name.lookingAt()) {
                tables.add(id(name.group(1), database));
            }
        }
        return List.copyOf(tables);
    }

    private static String id(String name, String database) {
        Matcher parts = Pattern.compile(NAME).matcher(name);
        List<String> found = new ArrayList<>();
        while (parts.find()) {
            String part = parts.group();
            found.add(
                    part.startsWith("`") ? part.substring(1, part.length() - 1).replace("``", "`") : part);
        }
        return found.size() > 1 ? found.get(0) + "." + found.get(1) : database + "." + found.getFirst();
    }

    /** A cheap look before the statement is read in full. */
    static boolean mayBe(String sql) {
        String begin = sql.stripLeading().toLowerCase(Locale.ROOT);
        return begin.startsWith("truncate")
                || begin.startsWith("drop")
                || begin.startsWith("rename")
                || begin.startsWith("alter")
                || begin.startsWith("create")
                || begin.startsWith("set statement")
                || begin.startsWith("/*");
    }
}
