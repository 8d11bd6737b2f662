package org.citybrain.gateway.folder;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cell's number format says.
 *
 * @param decimals digits behind the point that are always shown
 * @param width digits before the point that are always shown, for codes such as 000123
 */
record CellFormat(Kind kind, int decimals, int width) {
    private static final Pattern UNSEEN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^\\]]*]");
    private static final Pattern FIXED = Pattern.compile("[#0,?]*0(?:\\.(0+))?[)%]?");
    private static final Pattern CODE = Pattern.compile("0+");

    /** What a number under it stands for. */
    enum Kind {
        NUMBER,
        DATE,
        DATE_TIME,
        TIME
    }

    /** The format of a number and code as a workbook names it; the numbers below 60 need no code. */
    static CellFormat of(int id, String code) {
        if (id >= 14 && id <= 17 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58) {
            return new CellFormat(Kind.DATE, 0, 0);
        }
        if (id == 22) {
            return new CellFormat(Kind.DATE_TIME, 0, 0);
        }
        if (id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47 || id == 55 || id == 56) {
            return new CellFormat(Kind.TIME, 0, 0);
        }
        if (id == 2 || id == 4) {
            return new CellFormat(Kind.NUMBER, 2, 0);
        }
        return ofCode(code);
    }

    private static CellFormat ofCode(String code) {
        String seen =
                UNSEEN.matcher(code.split(";", 2)[0]).replaceAll("").strip().toLowerCase(Locale.ROOT);
        if (seen.equals("general") || seen.isEmpty() || seen.equals("@")) {
            return new CellFormat(Kind.NUMBER, 0, 0);
        }
        boolean day = seen.matches(".*[yd].*") || seen.matches("m+");
        boolean time = seen.matches(".*[hs].*");
        if (day || time) {
            return new CellFormat(day && time ? Kind.DATE_TIME : day ? Kind.DATE : Kind.TIME, 0, 0);
        }
        Matcher fixed = FIXED.matcher(seen);
        boolean percent = seen.endsWith("%");
        int decimals = fixed.matches() && !percent && fixed.group(1) != null
                ? fixed.group(1).length()
                : 0;
        return new CellFormat(Kind.NUMBER, decimals, CODE.matcher(seen).matches() ? seen.length() : 0);
    }
}
