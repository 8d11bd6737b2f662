package org.citybrain.sceneformat.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;

/**
 * First look at a stream's SQL text: one INSERT INTO candidates SELECT, no clock. The binding check of tables and columns
 * is made on Flink's resolved plan at deployment; this one gives the author an answer without Flink.
 */
final class StreamText {
    private static final Pattern NOISE = Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'([^']|'')*'", Pattern.DOTALL);
    private static final Pattern INSERT = Pattern.compile(
            "\\s*INSERT\\s+INTO\\s+`?candidates`?\\s+(SELECT|WITH)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(NOW|CURRENT_TIMESTAMP|CURRENT_DATE|CURRENT_TIME|LOCALTIMESTAMP|LOCALTIME|CURRENT_ROW_TIMESTAMP|PROCTIME|UNIX_TIMESTAMP)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "\\b(CREATE|DROP|ALTER|SET|RESET|USE|EXECUTE|DELETE|UPDATE|LOAD|ADD|CALL)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("`([a-z_0-9]+\\.[a-z_0-9]+)`");

    private StreamText() {}

    static void check(String file, String sql, FindingList findings) {
        if (!Ids.isSlug(FolderFiles.idOf(file))) {
            findings.add(SceneRuleCode.BAD_ID, file, 0, FolderFiles.idOf(file));
        }
        String bare = blankOut(sql);
        String statement = bare.strip().endsWith(";")
                ? bare.strip().substring(0, bare.strip().length() - 1)
                : bare;
        if (statement.contains(";")) {
            findings.add(
                    SceneRuleCode.BAD_STREAM,
                    file,
                    lineOf(bare, bare.indexOf(';')),
                    SceneFinding.words("多条语句", "several statements"));
        }
        if (!INSERT.matcher(statement).matches()) {
            findings.add(
                    SceneRuleCode.BAD_STREAM,
                    file,
                    1,
                    SceneFinding.words("不是 INSERT INTO candidates SELECT", "not INSERT INTO candidates SELECT"));
        }
        report(CLOCK, bare, file, SceneRuleCode.CLOCK_IN_STREAM, findings);
        report(OTHER, bare, file, SceneRuleCode.BAD_STREAM, findings);
    }

    private static void report(Pattern pattern, String sql, String file, SceneRuleCode code, FindingList findings) {
        Matcher matcher = pattern.matcher(sql);
        while (matcher.find()) {
            findings.add(
                    code, file, lineOf(sql, matcher.start()), matcher.group().toUpperCase(Locale.ROOT));
        }
    }

    /** Table names in backquotes that look like resources. */
    static List<String> resources(String sql) {
        List<String> resources = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(blankOut(sql));
        while (matcher.find()) {
            resources.add(matcher.group(1));
        }
        return resources;
    }

    /** Replaces comments and literals by blanks so that words in them do not count; lines stay. */
    private static String blankOut(String sql) {
        return NOISE.matcher(sql).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }

    private static int lineOf(String text, int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }
}
