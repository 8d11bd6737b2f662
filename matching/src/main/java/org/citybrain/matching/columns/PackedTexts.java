package org.citybrain.matching.columns;

import java.util.Arrays;
import org.citybrain.matching.standard.TextBuffer;

/** Texts of many rows side by side in UTF-8, each with its hash; reused. */
final class PackedTexts {
    private byte[] bytes = new byte[0];
    private int[] ends = new int[0];
    private long[] hashes = new long[0];
    private int size;
    private int length;

    void clear() {
        size = 0;
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }

    int length(int i) {
        return ends[i] - start(i);
    }

    long hash(int i) {
        return hashes[i];
    }

    void add(TextBuffer text) {
        makeRoom(text.length() * 3);
        int from = length;
        length = text.toUtf8(bytes, from);
        end(from);
    }

    void add(byte[] source, int from, int to) {
        makeRoom(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        int start = length;
        length += to - from;
        end(start);
    }

    private void end(int from) {
        ends[size] = length;
        hashes[size++] = Hashes.of(bytes, from, length);
    }

    private void makeRoom(int more) {
        if (bytes.length < length + more) {
            bytes = Arrays.copyOf(bytes, Math.max(1 << 12, (length + more) * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, Math.max(1 << 10, size * 2));
            hashes = Arrays.copyOf(hashes, ends.length);
        }
    }
}
