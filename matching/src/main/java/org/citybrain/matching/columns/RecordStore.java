package org.citybrain.matching.columns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.schema.MatchSchema;

/** All records of a matching: per field a dictionary and a column of numbers, per record a key and a source. */
public final class RecordStore {
    private final Lexicon lexicon;
    private final List<IntColumn> columns = new ArrayList<>();
    private final TextPages keys = new TextPages();
    private final IntColumn keyPlaces = new IntColumn();
    private final IntColumn ranks = new IntColumn();
    private final IntColumn sources = new IntColumn();
    private final List<String> sourceNames = new ArrayList<>();

    public RecordStore(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (MatchField field : lexicon.schema().fields()) {
            columns.add(new IntColumn());
        }
    }

    public MatchSchema schema() {
        return lexicon.schema();
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    public int size() {
        return keyPlaces.size();
    }

    public int code(int field, int record) {
        return columns.get(field).get(record);
    }

    public IntColumn column(int field) {
        return columns.get(field);
    }

    public Dictionary dictionary(int field) {
        return lexicon.dictionary(field);
    }

    public String text(int field, int record) {
        return dictionary(field).text(code(field, record));
    }

    public int source(int record) {
        return sources.get(record);
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
        sourceNames.add(name);
        return sourceNames.size() - 1;
    }

    /** The record's own key inside its source. */
    public String key(int record) {
        return keys.text(keyPlaces.get(record));
    }

    /**
     * Orders two records by what they are and not by when they came: by a hash of source and key, then by the texts.
     */
    public int compare(int a, int b) {
        int order = Integer.compareUnsigned(ranks.get(a), ranks.get(b));
        if (order != 0 || a == b) {
            return order;
        }
        order = key(a).compareTo(key(b));
        return order != 0 ? order : sourceNames.get(sources.get(a)).compareTo(sourceNames.get(sources.get(b)));
    }

    /** A hash of source and key: the same whatever the order of arrival. */
    public int rank(int record) {
        return ranks.get(record);
    }

    /** Adds a record; `codes` are the numbers of its texts in the fields' dictionaries. */
    public int add(byte[] key, int from, int length, int source, int[] codes) {
        keyPlaces.add(keys.add(key, from, length));
        long hash = Hashes.of(key, from, from + length);
        byte[] name = sourceNames.get(source).getBytes(StandardCharsets.UTF_8);
        ranks.add(Long.hashCode(Hashes.mix(hash, Hashes.of(name, 0, name.length))));
        for (int field = 0; field < codes.length; field++) {
            columns.get(field).add(codes[field]);
            dictionary(field).addCount(codes[field], 1);
        }
        return sources.add(source);
    }

    /** Takes a value from a record that stands for nothing, or that is gone. */
    public void blank(int field, int record) {
        IntColumn column = columns.get(field);
        dictionary(field).addCount(column.get(record), -1);
        column.set(record, 0);
        dictionary(field).addCount(0, 1);
    }
}
