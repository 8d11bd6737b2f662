package org.citybrain.matching.standard;

/** Writes what a field holds in the one way in which it is compared; nothing written means missing. */
@FunctionalInterface
public interface Standard {
    void apply(TextBuffer in, TextBuffer out);
}
