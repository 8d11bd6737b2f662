package org.citybrain.matching.columns;

import java.util.Arrays;
import org.citybrain.matching.standard.TextBuffer;

/**
 * Each distinct text of a column once, under a number. Number 0 is the empty text: missing. Numbers follow the order
 * of arrival and mean nothing; only their equality does.
 */
public final class Dictionary {
    private final TextPages pages = new TextPages();
    private final IntColumn places = new IntColumn();
    private final IntColumn counts = new IntColumn();
    /** Open addressing; a slot holds the text's hash in its upper half and its number in its lower. */
    private long[] slots = new long[64];

    private byte[] scratch = new byte[256];

    public Dictionary() {
        places.add(pages.add(scratch, 0, 0));
        counts.add(0);
    }

    /** How many numbers there are, the empty text's among them. */
    public int size() {
        return places.size();
    }

    /** How many records hold the text. */
    public int count(int code) {
        return counts.get(code);
    }

    public void addCount(int code, int more) {
        counts.set(code, counts.get(code) + more);
    }

    public int length(int code) {
        return pages.length(places.get(code));
    }

    public String text(int code) {
        return pages.text(places.get(code));
    }

    /** Fills the buffer with the text. */
    public void read(int code, TextBuffer into) {
        int place = places.get(code);
        into.clear();
        int start = pages.start(place);
        into.appendUtf8(pages.page(place), start, start + pages.length(place));
    }

    /** A hash of the text that does not hang on the order of arrival. */
    public long hash(int code) {
        int place = places.get(code);
        int start = pages.start(place);
        return Hashes.of(pages.page(place), start, start + pages.length(place));
    }

    /** The number of a text, new if it was never seen. */
    public int intern(TextBuffer text) {
        if (text.length() == 0) {
            return 0;
        }
        if (scratch.length < text.length() * 3) {
            scratch = new byte[text.length() * 4];
        }
        return intern(scratch, 0, text.toUtf8(scratch, 0));
    }

    public int intern(byte[] bytes, int from, int length) {
        return intern(bytes, from, length, Hashes.of(bytes, from, from + length));
    }

    /** The number of a text whose hash is known. */
    int intern(byte[] bytes, int from, int length, long hashed) {
        if (length == 0) {
            return 0;
        }
        int hash = Long.hashCode(hashed);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            long found = slots[slot];
            if ((int) (found >>> 32) == hash && pages.holds(places.get((int) found), bytes, from, length)) {
                return (int) found;
            }
            slot = slot + 1 & mask;
        }
        int code = places.add(pages.add(bytes, from, length));
        counts.add(0);
        slots[slot] = (long) hash << 32 | code;
        if (code > slots.length * 0.6) {
            grow();
        }
        return code;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        int mask = wider.length - 1;
        for (long found : slots) {
            if (found != 0) {
                int slot = (int) (found >>> 32) & mask;
                while (wider[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                wider[slot] = found;
            }
        }
        slots = wider;
    }

    /** Gives the look-up table back once nothing more will be added. */
    public void seal() {
        slots = Arrays.copyOf(slots, 0);
    }
}
