package org.citybrain.platform.registry.resolve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citybrain.matching.block.RecordKeys;
import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.columns.Lexicon;
import org.jspecify.annotations.Nullable;

/** The keys under which records are found: even ones are blocks of the comparison, odd ones words for the search. */
final class Tokens {
    private static final List<String> SEARCHED = List.of("name", "phone", "address", "title");

    private final MatchStore store;
    private final RecordKeys keys;

    /** For one batch: its texts are forgotten with it. */
    Tokens(RecordDeclaration.Loaded declared) {
        this.store = new MatchStore(declared, new Lexicon(declared.schema()));
        this.keys = new RecordKeys(store.store());
    }

    List<Long> of(String resource, String key, Map<String, @Nullable String> fields) {
        int record = store.add(resource, key, fields);
        List<Long> tokens = new ArrayList<>();
        keys.of(record).forEach(block -> tokens.add(block & ~1L));
        for (String field : SEARCHED) {
            String text = store.standard(record, field);
            if (!text.isEmpty()) {
                tokens.add(word(field, text));
            }
        }
        return tokens;
    }

    /** The key of a searched value, standardised as records are. */
    static long search(RecordDeclaration.Loaded declared, String field, String value) {
        Tokens tokens = new Tokens(declared);
        RecordDeclaration.Source source = declared.declaration().sources().stream()
                .filter(each -> each.columns().containsKey(field))
                .findFirst()
                .orElseThrow();
        String column = source.columns().getOrDefault(field, field);
        int record = tokens.store.add(source.resource(), "", Map.of(column, value));
        return word(field, tokens.store.standard(record, field));
    }

    /** Whether a key is a block's; the others are for the search. */
    static boolean isBlock(long token) {
        return (token & 1) == 0;
    }

    private static long word(String field, String text) {
        byte[] bytes = (field + '=' + text).getBytes(StandardCharsets.UTF_8);
        return Hashes.of(bytes, 0, bytes.length) | 1L;
    }
}
