package org.citybrain.samplecity.seed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.RowSink;
import org.jspecify.annotations.Nullable;

/** Rows of some hundred households, written in PostgreSQL's COPY text format, table by table. */
final class Block implements RowSink {
    private final Map<CityTable, StringBuilder> texts = new LinkedHashMap<>();
    private long rows;

    Block() {
        CityTables.all().forEach(table -> texts.put(table, new StringBuilder()));
    }

    @Override
    public void row(CityTable table, @Nullable String... values) {
        StringBuilder text = text(table);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(text, values[i]);
        }
        text.append('\n');
        rows++;
    }

    private static void append(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** The rows of a table. */
    StringBuilder text(CityTable table) {
        StringBuilder text = texts.get(table);
        if (text == null) {
            throw new IllegalArgumentException("Not a table of the sample city: " + table.resource());
        }
        return text;
    }

    /** Rows of all tables. */
    long rows() {
        return rows;
    }
}
