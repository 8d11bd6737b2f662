package org.citybrain.matching.cluster;

import org.citybrain.matching.columns.RecordStore;

/**
 * Records of one source that say the same in every declared field. Where each source holds a thing once they are different
 * things, yet nothing tells which of them is which of several that are alike in another source, too: a choice would be a guess.
 */
final class Twins {
    private final RecordStore store;
    private final int fields;
    private int[] marks = new int[64];
    private boolean[] twin = new boolean[64];

    Twins(RecordStore store) {
        this.store = store;
        this.fields = store.schema().fields().size();
    }

    /** Looks at the records of a component, which are told by their places in it. */
    void look(int[] members, int size) {
        if (marks.length < size) {
            marks = new int[size * 2];
            twin = new boolean[size * 2];
        }
        for (int i = 0; i < size; i++) {
            marks[i] = mark(members[i]);
            twin[i] = false;
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (marks[i] == marks[j] && isSame(members[i], members[j])) {
                    twin[i] = true;
                    twin[j] = true;
                }
            }
        }
    }

    boolean hasTwin(int place) {
        return twin[place];
    }

    private int mark(int record) {
        int mark = store.source(record);
        for (int field = 0; field < fields; field++) {
            mark = mark * 31 + store.code(field, record);
        }
        return mark;
    }

    private boolean isSame(int a, int b) {
        if (store.source(a) != store.source(b)) {
            return false;
        }
        for (int field = 0; field < fields; field++) {
            if (store.code(field, a) != store.code(field, b)) {
                return false;
            }
        }
        return true;
    }
}
