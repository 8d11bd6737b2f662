package org.citybrain.samplecity.outlet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.citybrain.samplecity.tables.CityTable;

/** In which form a bureau exports a table. The habit is old; nobody at the bureau remembers why. */
enum ExportKind {
    /** A workbook with a title above the heading, all rows each time. */
    WORKBOOK,
    /** A CSV file in GBK, all rows each time. */
    GBK,
    /** A numbered CSV file with all rows, then numbered files with what changed. */
    CHANGES;

    private static final String NUMBER = "%s.%06d.%s.csv";

    static ExportKind of(CityTable table) {
        return switch (table.name()) {
            case "pupil" -> CHANGES;
            case "student_aid" -> GBK;
            default -> WORKBOOK;
        };
    }

    Charset charset() {
        return this == GBK ? Charset.forName("GBK") : StandardCharsets.UTF_8;
    }

    /** The name of the file with all rows as the description gives it. */
    String fullName(CityTable table) {
        return switch (this) {
            case WORKBOOK -> table.name() + ".xlsx";
            case GBK -> table.name() + ".csv";
            case CHANGES -> table.name() + ".*.full.csv";
        };
    }

    static String fullName(CityTable table, long number) {
        return String.format(Locale.ROOT, NUMBER, table.name(), number, "full");
    }

    static String changesName(CityTable table, long number) {
        return String.format(Locale.ROOT, NUMBER, table.name(), number, "changes");
    }
}
