package org.citybrain.kernel.subscribe;

import org.citybrain.kernel.text.Bilingual;

/** A row filter cannot be read; says where and how to mend it. */
public final class FilterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int place;
    private final transient Bilingual words;

    FilterException(int place, String zh, String en) {
        super("第 " + place + " 个字符：" + zh + " · character " + place + ": " + en);
        this.place = place;
        this.words = new Bilingual(zh, en);
    }

    /** Where, counted in characters from 1. */
    public int place() {
        return place;
    }

    /** What is wrong, without the place. */
    public Bilingual words() {
        return words;
    }
}
