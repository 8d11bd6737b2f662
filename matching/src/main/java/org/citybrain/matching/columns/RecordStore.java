package org.citybrain.matching.columns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.schema.MatchSchema;

/** All records of a matching: per record a number for each field's text, a source, and the record's own key. */
public final class RecordStore {
    private static final int RANK = 0;
    private static final int SOURCE = 1;
    private static final int KEY = 2;
    private static final int FIELDS = 3;

    private final Lexicon lexicon;
    private final RowTable rows;
    private final TextPages keys = new TextPages();
    private final List<String> sourceNames = new ArrayList<>();
    private final List<Long> sourceHashes = new ArrayList<>();

    public RecordStore(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.rows = new RowTable(FIELDS + lexicon.schema().fields().size());
    }

    public MatchSchema schema() {
        return lexicon.schema();
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    public int size() {
        return rows.size();
    }

    /** The number of a record's text in the field's dictionary; 0 where it has none. */
    public int code(int field, int record) {
        return rows.get(record, FIELDS + field);
    }

    public Dictionary dictionary(int field) {
        return lexicon.dictionary(field);
    }

    public String text(int field, int record) {
        return dictionary(field).text(code(field, record));
    }

    public int source(int record) {
        return rows.get(record, SOURCE);
    }

    public List<String> sourceNames() {
        return List.copyOf(sourceNames);
    }

    /** The number of a source, new if it was never seen. */
    public int sourceNumber(String name) {
        int at = sourceNames.indexOf(name);
        if (at >= 0) {
            return at;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        sourceNames.add(name);
        sourceHashes.add(Hashes.of(bytes, 0, bytes.length));
        return sourceNames.size() - 1;
    }

    /** The record's own key inside its source. */
    public String key(int record) {
        return keys.text(rows.get(record, KEY));
    }

    /**
     * Orders two records by what they are and not by when they came: by a hash of source and key, then by the texts.
     */
    public int compare(int a, int b) {
        int order = Integer.compareUnsigned(rank(a), rank(b));
        if (order != 0 || a == b) {
            return order;
        }
        order = key(a).compareTo(key(b));
        return order != 0 ? order : sourceNames.get(source(a)).compareTo(sourceNames.get(source(b)));
    }

    /** A hash of source and key: the same whatever the order of arrival. */
    public int rank(int record) {
        return rows.get(record, RANK);
    }

    /** Adds a record; `codes` are the numbers of its texts in the fields' dictionaries. */
    public int add(byte[] key, int from, int length, int source, int[] codes) {
        int record = rows.add();
        name(record, key, from, length, source);
        for (int field = 0; field < codes.length; field++) {
            enter(field, record, codes[field]);
        }
        return record;
    }

    /** Makes room for records to be named and filled and tells the first one's number. */
    int reserve(int records) {
        return rows.add(records);
    }

    /** Says which record of which source it is. */
    void name(int record, byte[] key, int from, int length, int source) {
        rows.set(record, KEY, keys.add(key, from, length));
        long hash = Hashes.of(key, from, from + length);
        rows.set(record, RANK, Long.hashCode(Hashes.mix(hash, sourceHashes.get(source))));
        rows.set(record, SOURCE, source);
    }

    /** Enters a record's text; one thread for each field, or one for all. */
    void enter(int field, int record, int code) {
        rows.set(record, FIELDS + field, code);
        dictionary(field).addCount(code, 1);
    }

    /** Puts another text in the place of a record's. */
    public void replace(int field, int record, int code) {
        dictionary(field).addCount(code(field, record), -1);
        dictionary(field).addCount(code, 1);
        rows.set(record, FIELDS + field, code);
    }
}
