package org.citybrain.matching.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.matching.columns.Dictionary;
import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.FieldKind;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.standard.TextBuffer;

/**
 * Values that stand for nothing in fields that are meant to name one person or thing: one sign repeated (all zeros), or
 * a number under which very many different names stand. They are taken from the records, which stay.
 */
public final class Placeholders {
    private static final int SHORTEST = 5;
    private static final int FEW = 20;
    private static final int FEW_NAMES = 8;

    private final RecordStore store;
    private final TextBuffer text = new TextBuffer();
    private final Set<Long> hashes = new HashSet<>();

    public Placeholders(RecordStore store) {
        this.store = store;
    }

    /** Blanks all placeholders that the records themselves show, and tells how many, masked. */
    public List<Finding> blank() {
        return blank(Set.of());
    }

    /**
     * Blanks all placeholders and tells how many, masked.
     *
     * @param known hashes of placeholders that were found among other records
     */
    public List<Finding> blank(Set<Long> known) {
        List<Finding> findings = new ArrayList<>();
        List<MatchField> fields = store.schema().fields();
        for (int field = 0; field < fields.size(); field++) {
            if (fields.get(field).kind().isIdentifying()) {
                Set<Integer> placeholders = find(field, known);
                if (!placeholders.isEmpty()) {
                    findings.add(blank(field, placeholders));
                }
            }
        }
        return findings;
    }

    /** Hashes of field and text of all that was taken out. */
    public Set<Long> hashes() {
        return Set.copyOf(hashes);
    }

    /** What {@link #hashes} holds for a text of a field. */
    public static long hash(int field, long text) {
        return Hashes.mix(field, text);
    }

    private Set<Integer> find(int field, Set<Long> known) {
        Dictionary dictionary = store.dictionary(field);
        Set<Integer> found = new HashSet<>();
        Map<Integer, Set<Integer>> names = new HashMap<>();
        for (int code = 1; code < dictionary.size(); code++) {
            boolean told = !known.isEmpty() && known.contains(hash(field, dictionary.hash(code)));
            if (told || dictionary.count(code) > 0 && isOneSign(dictionary, code)) {
                found.add(code);
            } else if (dictionary.count(code) > FEW) {
                names.put(code, new HashSet<>());
            }
        }
        int name = nameField(field);
        if (name < 0 || names.isEmpty()) {
            return found;
        }
        for (int record = 0; record < store.size(); record++) {
            Set<Integer> under = names.get(store.code(field, record));
            if (under != null && store.code(name, record) != 0) {
                under.add(store.code(name, record));
            }
        }
        names.forEach((code, under) -> {
            if (under.size() > Math.max(FEW_NAMES, dictionary.count(code) / 5)) {
                found.add(code);
            }
        });
        return found;
    }

    private boolean isOneSign(Dictionary dictionary, int code) {
        dictionary.read(code, text);
        return isOneSign(text);
    }

    /** Whether a text is one sign again and again. */
    public static boolean isOneSign(TextBuffer text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    /** The field that tells persons or things apart by name; -1 when none is declared. */
    private int nameField(int besides) {
        List<MatchField> fields = store.schema().fields();
        for (int field = 0; field < fields.size(); field++) {
            FieldKind kind = fields.get(field).kind();
            boolean named = kind == FieldKind.NAME || kind == FieldKind.CHINESE_NAME || kind == FieldKind.TITLE;
            if (named && field != besides) {
                return field;
            }
        }
        return -1;
    }

    private Finding blank(int field, Set<Integer> placeholders) {
        int records = 0;
        placeholders.forEach(
                code -> hashes.add(hash(field, store.dictionary(field).hash(code))));
        for (int record = 0; record < store.size(); record++) {
            if (placeholders.contains(store.code(field, record))) {
                store.replace(field, record, 0);
                records++;
            }
        }
        String name = store.schema().fields().get(field).name();
        return Finding.of(
                "MA-001",
                Severity.WARNING,
                store.schema().name(),
                name,
                new Bilingual(
                        records + " 条记录的 " + placeholders.size() + " 个值是占位值, 按缺失处理",
                        records + " records hold " + placeholders.size()
                                + " values that stand for nothing: taken as missing"),
                new Bilingual("请来源部门补上真实号码", "Ask the source to fill in the real numbers"));
    }
}
