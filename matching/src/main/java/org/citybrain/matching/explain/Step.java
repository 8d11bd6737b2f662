package org.citybrain.matching.explain;

/**
 * One step of a waterfall.
 *
 * @param field the field's word, {@code prior} for the first step
 * @param level the level found: equal, a slip, differs, missing …
 * @param left what the first record holds, standardised
 * @param right what the second record holds
 * @param bits what the step adds to the log2 odds, below zero when it speaks against
 * @param total the log2 odds after this step
 */
public record Step(String field, String level, String left, String right, double bits, double total) {}
