package org.citybrain.matching.cluster;

import java.util.List;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.FieldKind;
import org.citybrain.matching.schema.Guards;
import org.citybrain.matching.standard.TextBuffer;

/** Tells whether two records may stand in one cluster. */
public final class GuardCheck {
    private final RecordStore store;
    private final Guards guards;
    private final TextBuffer text = new TextBuffer();

    public GuardCheck(RecordStore store) {
        this.store = store;
        this.guards = store.schema().guards();
    }

    public boolean guardsAnything() {
        return guards.sourcesDistinct()
                || !guards.distinctValid().isEmpty()
                || !guards.contradicting().isEmpty();
    }

    public boolean forbids(int a, int b) {
        if (guards.sourcesDistinct() && store.source(a) == store.source(b)) {
            return true;
        }
        for (int field : guards.distinctValid()) {
            int codeA = store.code(field, a);
            int codeB = store.code(field, b);
            if (codeA != 0 && codeB != 0 && codeA != codeB && isValid(field, codeA) && isValid(field, codeB)) {
                return true;
            }
        }
        return contradict(guards.contradicting(), a, b);
    }

    private boolean contradict(List<Integer> fields, int a, int b) {
        for (int field : fields) {
            int codeA = store.code(field, a);
            int codeB = store.code(field, b);
            if (codeA == 0 || codeB == 0 || codeA == codeB) {
                return false;
            }
        }
        return !fields.isEmpty();
    }

    private boolean isValid(int field, int code) {
        if (store.schema().fields().get(field).kind() != FieldKind.RESIDENT_ID) {
            return true;
        }
        store.dictionary(field).read(code, text);
        return text.length() == 18 && IdentityNumber.problemOf(text.toString()).isEmpty();
    }
}
