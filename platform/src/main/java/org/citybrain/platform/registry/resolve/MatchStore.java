package org.citybrain.platform.registry.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.columns.StoreLoader;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.standard.TextBuffer;
import org.jspecify.annotations.Nullable;

/** A few source records as the matching engine sees them: declared columns, standardised. */
final class MatchStore {
    private final MatchSchema schema;
    private final Map<String, RecordDeclaration.Source> sources;
    private final RecordStore store;
    private final StoreLoader loader;

    MatchStore(RecordDeclaration.Loaded declared, Lexicon lexicon) {
        this.schema = declared.schema();
        this.sources = declared.sources();
        this.store = new RecordStore(lexicon);
        this.loader = new StoreLoader(store);
    }

    RecordStore store() {
        return store;
    }

    /** Adds a record and tells its number in the store. */
    int add(String resource, String key, Map<String, @Nullable String> fields) {
        int[] codes = new int[schema.fields().size()];
        for (int field = 0; field < codes.length; field++) {
            codes[field] = loader.intern(field, new TextBuffer().append(text(resource, field, fields)));
        }
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return store.add(bytes, 0, bytes.length, store.sourceNumber(resource), codes);
    }

    /** The first of a field's columns that this record fills, as the schema file declares several for one field. */
    private String text(String resource, int field, Map<String, @Nullable String> fields) {
        MatchField declared = schema.fields().get(field);
        RecordDeclaration.Source source = sources.get(resource);
        StringBuilder text = new StringBuilder();
        for (String column : declared.columns()) {
            String of = source == null ? null : source.columns().get(column);
            String value = of == null ? null : Columns.value(fields, of);
            if (value != null && !value.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(value);
            }
        }
        return text.toString();
    }

    /** A record's standardised text in a declared field; empty when it has none or the field is not declared. */
    String standard(int record, String field) {
        for (int i = 0; i < schema.fields().size(); i++) {
            if (schema.fields().get(i).name().equals(field)) {
                return store.text(i, record);
            }
        }
        return "";
    }
}
