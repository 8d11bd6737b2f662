package org.citybrain.matching.columns;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of one chunk, standardised, on their way into a store. */
final class ParsedRows {
    private final List<PackedTexts> fields;
    private final PackedTexts keys = new PackedTexts();
    private final PackedTexts sources = new PackedTexts();
    private final PackedTexts truths = new PackedTexts();
    private int size;
    private int fault = -1;
    private int ragged;
    private long raggedAt;
    private int first;
    private long lastSource;
    private int lastSourceNumber = -1;

    ParsedRows(int fields) {
        this.fields =
                IntStream.range(0, fields).mapToObj(i -> new PackedTexts()).toList();
    }

    int size() {
        return size;
    }

    /** Where the chunk's first byte is that is no text; -1 where all is well. Rows are read only then. */
    int fault() {
        return fault;
    }

    /** How many rows have more or fewer cells than the heading. */
    int ragged() {
        return ragged;
    }

    /** Where the first of them begins in the chunk. */
    long raggedAt() {
        return raggedAt;
    }

    PackedTexts truths() {
        return truths;
    }

    void clear() {
        fields.forEach(PackedTexts::clear);
        keys.clear();
        sources.clear();
        truths.clear();
        size = 0;
        ragged = 0;
    }

    /** Reads all rows of a chunk, unless a byte of it is no text. */
    void read(RowChunks.Chunk chunk, CsvReader csv, RowParser parser, RowLayout layout) {
        clear();
        fault = Encoding.fault(chunk.bytes(), chunk.length(), layout.charset());
        while (fault < 0 && parser.next(csv)) {
            if (csv.cells() != layout.width() && ragged++ == 0) {
                raggedAt = csv.rowStart();
            }
            for (int field = 0; field < fields.size(); field++) {
                fields.get(field).add(parser.standard(csv, layout.fields()[field], field));
            }
            cell(csv, layout.id(), keys);
            cell(csv, layout.source(), sources);
            if (layout.truth() >= 0) {
                truths.add(parser.raw(csv, layout.truth()));
            }
            size++;
        }
    }

    private static void cell(CsvReader csv, int cell, PackedTexts into) {
        if (cell >= 0) {
            boolean there = cell < csv.cells();
            into.add(csv.bytes(), there ? csv.start(cell) : 0, there ? Math.max(csv.start(cell), csv.end(cell)) : 0);
        }
    }

    void reserve(RecordStore store) {
        first = store.reserve(size);
    }

    /** Enters the texts of one field. */
    void enter(RecordStore store, int field) {
        PackedTexts texts = fields.get(field);
        Dictionary dictionary = store.dictionary(field);
        for (int i = 0; i < size; i++) {
            store.enter(
                    field, first + i, dictionary.intern(texts.bytes(), texts.start(i), texts.length(i), texts.hash(i)));
        }
    }

    /** Enters keys and sources; a row without a key column is known by its number. */
    void enterKeys(RecordStore store, RowLayout layout) {
        for (int i = 0; i < size; i++) {
            int source = layout.fileSource() >= 0 ? layout.fileSource() : source(store, layout, i);
            if (layout.id() >= 0) {
                store.name(first + i, keys.bytes(), keys.start(i), keys.length(i), source);
            } else {
                byte[] row = Integer.toString(first + i).getBytes(StandardCharsets.UTF_8);
                store.name(first + i, row, 0, row.length, source);
            }
        }
    }

    private int source(RecordStore store, RowLayout layout, int i) {
        if (layout.source() < 0) {
            return store.sourceNumber("");
        }
        if (lastSourceNumber < 0 || sources.hash(i) != lastSource) {
            lastSource = sources.hash(i);
            lastSourceNumber = store.sourceNumber(layout.text(sources, i));
        }
        return lastSourceNumber;
    }
}
