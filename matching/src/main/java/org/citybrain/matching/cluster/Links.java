package org.citybrain.matching.cluster;

import java.util.Arrays;

/** Scored pairs: two records and the log2 odds that they are the same. Kept in pieces, so that growth copies nothing. */
public final class Links {
    private static final int BITS = 12;
    private static final int PIECE = 1 << BITS;
    private static final int WIDTH = 3;

    private int[][] pieces = new int[8][];
    private int size;

    public int size() {
        return size;
    }

    public int a(int i) {
        return pieces[i >>> BITS][(i & PIECE - 1) * WIDTH];
    }

    public int b(int i) {
        return pieces[i >>> BITS][(i & PIECE - 1) * WIDTH + 1];
    }

    public float bits(int i) {
        return Float.intBitsToFloat(pieces[i >>> BITS][(i & PIECE - 1) * WIDTH + 2]);
    }

    public void add(int a, int b, double score) {
        int piece = size >>> BITS;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        if (pieces[piece] == null) {
            pieces[piece] = new int[PIECE * WIDTH];
        }
        int at = (size & PIECE - 1) * WIDTH;
        pieces[piece][at] = a;
        pieces[piece][at + 1] = b;
        pieces[piece][at + 2] = Float.floatToRawIntBits((float) score);
        size++;
    }

    /** Forgets all links but keeps the room. */
    public void clear() {
        size = 0;
    }

    void addAll(Links others) {
        for (int i = 0; i < others.size; i++) {
            add(others.a(i), others.b(i), others.bits(i));
        }
    }
}
