package org.citybrain.matching.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.standard.Standard;
import org.citybrain.matching.standard.Standards;
import org.citybrain.matching.standard.TextBuffer;

/** Standardises what rows hold. Keeps scratch space: one for each thread. */
final class RowParser {
    private final List<Standard> standards = new ArrayList<>();
    private final TextBuffer raw = new TextBuffer();
    private final TextBuffer standard = new TextBuffer();

    RowParser(MatchSchema schema) {
        for (MatchField field : schema.fields()) {
            standards.add(Standards.of(field.kind()));
        }
    }

    boolean next(CsvReader csv) {
        try {
            return csv.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TextBuffer raw(CsvReader csv, int cell) {
        raw.clear();
        if (cell < csv.cells()) {
            csv.read(cell, raw);
        }
        return raw;
    }

    /** The standardised text of a field's cells; overwritten by the next one. */
    TextBuffer standard(CsvReader csv, int[] cells, int field) {
        raw.clear();
        for (int cell : cells) {
            if (cell < csv.cells()) {
                if (raw.length() > 0) {
                    raw.append(' ');
                }
                csv.read(cell, raw);
            }
        }
        return standard(raw, field);
    }

    TextBuffer standard(TextBuffer text, int field) {
        standard.clear();
        if (text.length() > 0) {
            standards.get(field).apply(text, standard);
        }
        return standard;
    }
}
