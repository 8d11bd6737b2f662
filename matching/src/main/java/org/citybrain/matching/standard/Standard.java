package org.citybrain.matching.standard;

import org.citybrain.matching.columns.TextBuffer;

/** Writes what a field holds in the one way in which it is compared; nothing written means missing. */
@FunctionalInterface
public interface Standard {
    void apply(TextBuffer in, TextBuffer out);
}
