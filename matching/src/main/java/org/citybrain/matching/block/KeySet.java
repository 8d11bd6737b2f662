package org.citybrain.matching.block;

import java.util.HashSet;
import java.util.Set;

/** Keys whose blocks are left out because too many records share them. */
final class KeySet {
    private final Set<Long> keys = new HashSet<>();

    boolean contains(long key) {
        return !keys.isEmpty() && keys.contains(key);
    }

    boolean add(long key) {
        return keys.add(key);
    }

    boolean remove(long key) {
        return keys.remove(key);
    }

    int size() {
        return keys.size();
    }
}
