package org.citybrain.matching.columns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.schema.InputFormat;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.standard.Standard;
import org.citybrain.matching.standard.Standards;
import org.citybrain.matching.standard.TextBuffer;

/** Reads files into a store. A column that a file has not counts as empty there; a short row as well. */
public final class StoreLoader {
    private final RecordStore store;
    private final List<Standard> standards = new ArrayList<>();
    private final TextBuffer raw = new TextBuffer();
    private final TextBuffer standard = new TextBuffer();
    private final Dictionary truths = new Dictionary();
    private final IntColumn truthOf = new IntColumn();

    public StoreLoader(RecordStore store) {
        this.store = store;
        for (MatchField field : store.schema().fields()) {
            standards.add(Standards.of(field.kind()));
        }
    }

    /** Reads one file; `truthColumn` is kept aside and never reaches the matcher (empty: none). */
    public void load(Path file, String truthColumn) throws IOException {
        InputFormat format = store.schema().input();
        try (CsvReader csv = CsvReader.open(file, format.charset(), format.separator())) {
            List<String> header = csv.header();
            Layout layout = layout(header, format, truthColumn);
            String name = String.valueOf(file.getFileName());
            int fileSource = format.sourceColumn().isEmpty() ? store.sourceNumber(name) : -1;
            while (csv.next()) {
                int source = fileSource >= 0 ? fileSource : store.sourceNumber(cell(csv, layout.source));
                add(csv, layout, source);
            }
        }
    }

    /** The distinct values of the truth column; number 0 is the empty one. */
    public Dictionary truths() {
        return truths;
    }

    /** The number of each record's truth. */
    public IntColumn truthOf() {
        return truthOf;
    }

    /** Which cell is what; -1 where the file has no such column. */
    private record Layout(int id, int source, int truth, int[][] fields) {}

    private Layout layout(List<String> header, InputFormat format, String truthColumn) {
        List<MatchField> fields = store.schema().fields();
        int[][] cells = new int[fields.size()][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = fields.get(i).columns().stream()
                    .mapToInt(header::indexOf)
                    .filter(at -> at >= 0)
                    .toArray();
        }
        return new Layout(
                header.indexOf(format.idColumn()),
                header.indexOf(format.sourceColumn()),
                header.indexOf(truthColumn),
                cells);
    }

    private void add(CsvReader csv, Layout layout, int source) {
        int[] codes = new int[layout.fields.length];
        for (int field = 0; field < codes.length; field++) {
            codes[field] = code(csv, layout.fields[field], field);
        }
        if (layout.id >= 0 && layout.id < csv.cells()) {
            int start = csv.start(layout.id);
            store.add(csv.bytes(), start, csv.end(layout.id) - start, source, codes);
        } else {
            byte[] row = Integer.toString(store.size()).getBytes(StandardCharsets.UTF_8);
            store.add(row, 0, row.length, source, codes);
        }
        if (layout.truth >= 0) {
            raw.clear();
            csv.read(layout.truth, raw);
            truthOf.add(truths.intern(raw));
        }
    }

    private int code(CsvReader csv, int[] cells, int field) {
        raw.clear();
        for (int cell : cells) {
            if (cell < csv.cells()) {
                if (raw.length() > 0) {
                    raw.append(' ');
                }
                csv.read(cell, raw);
            }
        }
        return intern(field, raw);
    }

    /** The number of a raw text in a field's dictionary, once standardised. */
    public int intern(int field, TextBuffer text) {
        if (text.length() == 0) {
            return 0;
        }
        standard.clear();
        standards.get(field).apply(text, standard);
        return store.dictionary(field).intern(standard);
    }

    private static String cell(CsvReader csv, int cell) {
        return cell >= 0 && cell < csv.cells() ? csv.text(cell) : "";
    }
}
