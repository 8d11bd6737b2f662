package org.citybrain.samplecity.outlet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.Column;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a table as people like to see it: a title, an empty row, a Chinese heading, dates and amounts as numbers. */
final class WorkbookOutput {
    private static final int FLUSH_EVERY = 1_000;
    private static final int HEADING = 2;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private int row = HEADING;

    WorkbookOutput(OutputStream out, CityTable table, String owner) {
        workbook = new Workbook(out, "bureau-export", "1.0");
        sheet = workbook.newWorksheet(table.title().zh());
        columns = table.columns();
        sheet.value(0, 0, owner + table.title().zh() + "一览表");
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(HEADING, i, columns.get(i).title().zh());
        }
    }

    void row(List<@Nullable String> values) throws IOException {
        row++;
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
                cell(i, columns.get(i).sourceType(), value);
            }
        }
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, String type, String value) {
        if (type.equals("bigint") || type.equals("integer")) {
            sheet.value(row, column, Long.valueOf(value));
        } else if (type.startsWith("numeric")) {
            sheet.value(row, column, new BigDecimal(value));
            sheet.style(row, column).format("0.00").set();
        } else if (type.equals("date")) {
            sheet.value(row, column, LocalDate.parse(value));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (type.startsWith("timestamp") && value.length() == "yyyy-mm-dd hh:mm:ss".length()) {
            sheet.value(row, column, LocalDateTime.parse(value.replace(' ', 'T')));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else {
            sheet.value(row, column, value);
        }
    }

    void end() throws IOException {
        workbook.finish();
    }
}
