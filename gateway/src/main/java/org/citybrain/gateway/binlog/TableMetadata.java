package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What {@code binlog_row_metadata = FULL} adds to a table's description.
 *
 * @param names of the columns
 * @param unsigned columns without a sign
 * @param sets of characters by column
 * @param lists of enumerations' and sets' words by column
 * @param keys columns of the primary key
 */
record TableMetadata(
        List<String> names,
        BitSet unsigned,
        Map<Integer, Characters> sets,
        Map<Integer, List<String>> lists,
        Set<Integer> keys) {
    private static final int SIGNS = 1;
    private static final int DEFAULT_CHARACTERS = 2;
    private static final int CHARACTERS = 3;
    private static final int NAMES = 4;
    private static final int SET_WORDS = 5;
    private static final int ENUM_WORDS = 6;
    private static final int KEY = 8;
    private static final int KEY_OF_PREFIXES = 9;
    private static final int WORDS_DEFAULT_CHARACTERS = 10;
    private static final int WORDS_CHARACTERS = 11;

    static TableMetadata read(ByteBuffer in, List<LoggedType> types, CharacterSets known) {
        TableMetadata metadata =
                new TableMetadata(new ArrayList<>(), new BitSet(), new HashMap<>(), new HashMap<>(), new HashSet<>());
        Map<Integer, ByteBuffer> words = new HashMap<>();
        while (in.hasRemaining()) {
            int part = in.get() & 0xff;
            ByteBuffer body = LogBytes.slice(in, (int) LogBytes.packed(in));
            switch (part) {
                case SIGNS -> metadata.signs(body, types);
                case DEFAULT_CHARACTERS -> metadata.mostly(body, of(types, LoggedType::isCharacter), known);
                case CHARACTERS -> metadata.each(body, of(types, LoggedType::isCharacter), known);
                case WORDS_DEFAULT_CHARACTERS -> metadata.mostly(body, of(types, LoggedType::isWords), known);
                case WORDS_CHARACTERS -> metadata.each(body, of(types, LoggedType::isWords), known);
                case NAMES -> metadata.readNames(body);
                case SET_WORDS, ENUM_WORDS -> words.put(part, body);
                case KEY, KEY_OF_PREFIXES -> metadata.readKey(body, part == KEY_OF_PREFIXES);
                default -> body.position(body.limit());
            }
        }
        // their characters are told after them
        words.forEach((part, body) -> metadata.readWords(
                body, of(types, type -> type.number() == (part == SET_WORDS ? LoggedColumn.SET : LoggedColumn.ENUM))));
        return metadata;
    }

    private static List<Integer> of(List<LoggedType> types, Predicate<LoggedType> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (wanted.test(types.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    private void signs(ByteBuffer in, List<LoggedType> types) {
        int bit = 0;
        for (int column : of(types, LoggedType::isNumber)) {
            if ((in.get(bit / 8) & 0x80 >> bit % 8) != 0) {
                unsigned.set(column);
            }
            bit++;
        }
    }

    // one for all, then pairs of those that differ
    private void mostly(ByteBuffer in, List<Integer> columns, CharacterSets known) {
        Characters usual = known.of((int) LogBytes.packed(in));
        columns.forEach(column -> sets.put(column, usual));
        while (in.hasRemaining()) {
            int column = columns.get((int) LogBytes.packed(in));
            sets.put(column, known.of((int) LogBytes.packed(in)));
        }
    }

    private void each(ByteBuffer in, List<Integer> columns, CharacterSets known) {
        for (int column : columns) {
            sets.put(column, known.of((int) LogBytes.packed(in)));
        }
    }

    private void readNames(ByteBuffer in) {
        while (in.hasRemaining()) {
            names.add(new String(LogBytes.bytes(in, (int) LogBytes.packed(in)), StandardCharsets.UTF_8));
        }
    }

    private void readKey(ByteBuffer in, boolean prefixes) {
        while (in.hasRemaining()) {
            keys.add((int) LogBytes.packed(in));
            if (prefixes) {
                LogBytes.packed(in);
            }
        }
    }

    private void readWords(ByteBuffer in, List<Integer> columns) {
        for (int column : columns) {
            List<String> list = new ArrayList<>();
            for (long left = LogBytes.packed(in); left > 0; left--) {
                list.add(characters(column).decode(LogBytes.bytes(in, (int) LogBytes.packed(in))));
            }
            lists.put(column, List.copyOf(list));
        }
    }

    Characters characters(int column) {
        return sets.getOrDefault(column, Characters.BINARY);
    }

    List<String> words(int column) {
        return lists.getOrDefault(column, List.of());
    }
}
