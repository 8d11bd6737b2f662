package org.citybrain.matching.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citybrain.matching.columns.Dictionary;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.FieldKind;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.schema.MatchSchema;

/** Compares two records in all slots. Keeps scratch space: one for each thread. */
public final class PairComparer {
    private final RecordStore store;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Part[] inOrder;

    /** What fills the next slot or slots. */
    private interface Part {
        void compare(int a, int b, PairVector out);
    }

    public PairComparer(RecordStore store, Vocabulary vocabulary) {
        this.store = store;
        MatchSchema schema = store.schema();
        Set<Integer> grouped = new HashSet<>();
        for (List<Integer> group : schema.groups()) {
            grouped.addAll(group);
            addGroup(group, vocabulary);
        }
        for (int field = 0; field < schema.fields().size(); field++) {
            if (schema.fields().get(field).compared() && !grouped.contains(field)) {
                addField(field, vocabulary);
            }
        }
        inOrder = parts.toArray(Part[]::new);
    }

    public List<Slot> slots() {
        return List.copyOf(slots);
    }

    public void compare(int a, int b, PairVector out) {
        for (Part part : inOrder) {
            part.compare(a, b, out);
        }
    }

    private void addField(int field, Vocabulary vocabulary) {
        MatchField declared = store.schema().fields().get(field);
        if (declared.kind() == FieldKind.NAME) {
            addName(field, declared.name(), vocabulary);
        } else {
            addGroup(List.of(field), vocabulary);
        }
    }

    private void addName(int field, String name, Vocabulary vocabulary) {
        NameComparer comparer = new NameComparer(store.lexicon().words(field), vocabulary.words(field));
        int slot = slots.size();
        slots.add(new Slot(name, Set.of(field), NameComparer.LEVELS, false, false));
        slots.add(new Slot(name + " (2)", Set.of(field), NameComparer.LEVELS, false, false));
        parts.add((a, b, out) -> {
            int codeA = store.code(field, a);
            int codeB = store.code(field, b);
            if (codeA == 0 || codeB == 0) {
                out.put(slot, Slot.MISSING, 0);
                out.put(slot + 1, Slot.MISSING, 0);
            } else {
                comparer.compare(codeA, codeB, out, slot);
            }
        });
    }

    /** Fields that hang on one another fill one slot: the levels of the first one that does not disagree. */
    private void addGroup(List<Integer> fields, Vocabulary vocabulary) {
        List<String> names = new ArrayList<>();
        List<String> levels = new ArrayList<>(List.of("missing", "differs"));
        List<Member> members = new ArrayList<>();
        for (int field : fields) {
            MatchField declared = store.schema().fields().get(field);
            ValueComparer comparer = comparer(field, declared.kind(), vocabulary);
            int offset = levels.size() - 1;
            members.add(new Member(field, comparer, offset, offset + comparer.equal(), vocabulary.texts(field)));
            String prefix = fields.size() > 1 ? declared.name() + " " : "";
            comparer.levels().stream().skip(1).forEach(level -> levels.add(prefix + level));
            names.add(declared.name());
        }
        int slot = slots.size();
        boolean neutral = members.stream().anyMatch(member -> member.comparer.startsNeutral());
        boolean rises = members.stream().allMatch(member -> member.comparer.rises());
        slots.add(new Slot(String.join(" / ", names), Set.copyOf(fields), levels, neutral, rises));
        Member[] group = members.toArray(Member[]::new);
        parts.add((a, b, out) -> first(group, a, b, out, slot));
    }

    private record Member(int field, ValueComparer comparer, int offset, int equal, Frequencies frequencies) {}

    private void first(Member[] members, int a, int b, PairVector out, int slot) {
        int level = Slot.MISSING;
        for (Member member : members) {
            int codeA = store.code(member.field, a);
            int codeB = store.code(member.field, b);
            if (codeA == 0 || codeB == 0) {
                continue;
            }
            if (codeA == codeB && !member.comparer.comparesEqual()) {
                out.put(slot, member.equal, member.frequencies.share(codeA));
                return;
            }
            int found = member.comparer.compare(codeA, codeB);
            if (found > 0) {
                out.put(slot, member.offset + found, 0);
                return;
            }
            level = Slot.DISAGREES;
        }
        out.put(slot, level, 0);
    }

    private ValueComparer comparer(int field, FieldKind kind, Vocabulary vocabulary) {
        Dictionary dictionary = store.dictionary(field);
        return switch (kind) {
            case TEXT -> new TextComparers.Text(dictionary);
            case CATEGORY -> new CategoryComparer(dictionary, vocabulary.categories(field));
            case CODE -> new TextComparers.Code();
            case IDENTIFIER, PHONE -> new TextComparers.Identifier(dictionary);
            case RESIDENT_ID -> new TextComparers.ResidentId(dictionary);
            case CHINESE_NAME -> new TextComparers.ChineseName(dictionary);
            case NUMBER -> new TextComparers.Quantity(dictionary);
            case ADDRESS -> new TextComparers.Address(dictionary);
            case DATE -> new DateComparer(dictionary);
            case TITLE, NAME -> new TitleComparer(store.lexicon().words(field), vocabulary.words(field));
        };
    }
}
