package org.citybrain.platform.registry.resolve;

/** How a word of a question leads to records. */
public enum SearchWay {
    /** The whole value, standardised as records are. */
    EXACT,
    /** The sound: pinyin without tones. */
    SOUND,
    /** A part of the value, two signs or more. */
    PART,
    /** With □ or ? in place of a rare sign that cannot be typed. */
    HIDDEN
}
