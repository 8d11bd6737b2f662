package org.citybrain.platform.registry.resolve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.matching.block.RecordKeys;
import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.schema.FieldKind;
import org.citybrain.matching.schema.MatchField;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which records are found: even ones are blocks of the comparison, odd ones words for the search. Those of names
 * have their second bit set, so that a record keeps the names it once bore.
 */
final class Tokens {
    private static final Set<String> SEARCHED =
            Set.of("name", "phone", "address", "title", "registration", "paper", "holder", "unit");
    private static final String NAME = "name";
    private static final long SEARCH_BITS = 3;
    private static final long NAME_BITS = 3;

    private final MatchStore store;
    private final RecordKeys keys;
    private final List<MatchField> searched;

    /** For one batch: its texts are forgotten with it. */
    Tokens(RecordDeclaration.Loaded declared) {
        this.store = new MatchStore(declared, new Lexicon(declared.schema()));
        this.keys = new RecordKeys(store.store());
        this.searched = declared.schema().fields().stream()
                .filter(field -> SEARCHED.contains(field.name()))
                .toList();
    }

    List<Long> of(String resource, String key, Map<String, @Nullable String> fields) {
        int record = store.add(resource, key, fields);
        Set<Long> tokens = new LinkedHashSet<>();
        keys.of(record).forEach(block -> tokens.add(block & ~1L));
        for (MatchField field : searched) {
            String text = store.standard(record, field.name());
            if (!text.isEmpty()) {
                tokens.add(word(field.name(), text));
                if (field.name().equals(NAME)) {
                    tokens.addAll(soundsOf(field, text));
                }
            }
        }
        return List.copyOf(tokens);
    }

    /** A person's name sounds and hides its rare signs; a longer name is also found by its parts. */
    private static List<Long> soundsOf(MatchField field, String name) {
        List<Long> tokens = new ArrayList<>();
        Sounds.of(name).forEach(sound -> tokens.add(sound(NAME, sound)));
        String hidden = Sounds.hidden(name);
        if (!hidden.equals(name)) {
            tokens.add(word("name.hidden", hidden));
        }
        if (field.kind() != FieldKind.CHINESE_NAME) {
            tokens.addAll(parts(name));
        }
        return tokens;
    }

    private static List<Long> parts(String text) {
        int[] signs = text.codePoints().toArray();
        List<Long> tokens = new ArrayList<>();
        for (int i = 0; i + 1 < signs.length; i++) {
            tokens.add(word("name.part", new String(signs, i, 2)));
        }
        return tokens;
    }

    /** The keys of the name's sounds; none of a record without a name. */
    List<Long> sounds(StoredRecord record) {
        String name = store.standard(store.add(record.resource(), record.key(), record.fields()), NAME);
        return name.isEmpty()
                ? List.of()
                : Sounds.of(name).stream().map(sound -> sound(NAME, sound)).toList();
    }

    private static long sound(String field, String sound) {
        return word(field + ".sound", sound);
    }

    /**
     * The keys of a searched value, standardised as records are.
     *
     * @return groups: whoever has all keys of one of them is found
     */
    static List<List<Long>> search(RecordDeclaration.Loaded declared, String field, SearchWay way, String value) {
        String text = standard(declared, field, value);
        if (text.isEmpty()) {
            return List.of();
        }
        return switch (way) {
            case EXACT -> List.of(List.of(word(field, text)));
            case SOUND ->
                Sounds.of(text).stream()
                        .map(sound -> List.of(sound(field, sound)))
                        .toList();
            case PART -> List.of(parts(text));
            case HIDDEN -> List.of(List.of(word(field + ".hidden", value.strip().replaceAll("[?？*＊]", "□"))));
        };
    }

    private static String standard(RecordDeclaration.Loaded declared, String field, String value) {
        RecordDeclaration.Source source = declared.declaration().sources().stream()
                .filter(each -> each.columns().containsKey(field))
                .findFirst()
                .orElseThrow();
        Tokens tokens = new Tokens(declared);
        String column = Columns.plain(source.columns().getOrDefault(field, field));
        return tokens.store.standard(tokens.store.add(source.resource(), "", Map.of(column, value)), field);
    }

    /** Whether a key is a block's; the others are for the search. */
    static boolean isBlock(long token) {
        return (token & 1) == 0;
    }

    /** Whether a key is a name's. */
    static boolean isName(long token) {
        return (token & SEARCH_BITS) == NAME_BITS;
    }

    private static long word(String field, String text) {
        byte[] bytes = (field + '=' + text).getBytes(StandardCharsets.UTF_8);
        long hash = Hashes.of(bytes, 0, bytes.length) & ~SEARCH_BITS;
        return field.startsWith(NAME) ? hash | NAME_BITS : hash | 1L;
    }
}
