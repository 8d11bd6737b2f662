package org.citybrain.matching.columns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts as UTF-8 in pages of one megabyte; a text is known by the place where its length begins. */
final class TextPages {
    private static final int BITS = 20;
    private static final int PAGE = 1 << BITS;
    private static final int LONGEST = 0x7FFF;

    private byte[][] pages = {new byte[1 << 12]};
    private int page;
    private int position;

    /** Keeps a text (at most 32,767 bytes, the rest is cut) and tells its place. */
    int add(byte[] bytes, int from, int length) {
        int kept = Math.min(length, LONGEST);
        int need = kept + (kept < 128 ? 1 : 2);
        makeRoom(need);
        int place = page << BITS | position;
        byte[] target = pages[page];
        if (kept < 128) {
            target[position++] = (byte) kept;
        } else {
            target[position++] = (byte) (0x80 | kept >>> 8);
            target[position++] = (byte) kept;
        }
        System.arraycopy(bytes, from, target, position, kept);
        position += kept;
        return place;
    }

    private void makeRoom(int need) {
        int length = pages[page].length;
        if (position + need <= length) {
            return;
        }
        if (position + need <= PAGE) {
            pages[page] = Arrays.copyOf(pages[page], Math.min(PAGE, Math.max(length * 2, position + need)));
            return;
        }
        page++;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page * 2);
        }
        pages[page] = new byte[PAGE];
        position = 0;
    }

    int length(int place) {
        byte[] bytes = pages[place >>> BITS];
        int at = place & (PAGE - 1);
        return bytes[at] >= 0 ? bytes[at] : (bytes[at] & 0x7F) << 8 | bytes[at + 1] & 0xFF;
    }

    byte[] page(int place) {
        return pages[place >>> BITS];
    }

    int start(int place) {
        int at = place & (PAGE - 1);
        return pages[place >>> BITS][at] >= 0 ? at + 1 : at + 2;
    }

    boolean holds(int place, byte[] bytes, int from, int length) {
        int start = start(place);
        return length(place) == Math.min(length, LONGEST)
                && Arrays.equals(
                        page(place),
                        start,
                        start + Math.min(length, LONGEST),
                        bytes,
                        from,
                        from + Math.min(length, LONGEST));
    }

    String text(int place) {
        return new String(page(place), start(place), length(place), StandardCharsets.UTF_8);
    }
}
