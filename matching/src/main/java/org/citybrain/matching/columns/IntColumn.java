package org.citybrain.matching.columns;

import java.util.Arrays;

/** A growing column of numbers, kept in pieces so that growth copies nothing. */
public final class IntColumn {
    private static final int BITS = 14;
    private static final int PIECE = 1 << BITS;

    private int[][] pieces = new int[8][];
    private int size;

    public int size() {
        return size;
    }

    public int get(int row) {
        return pieces[row >>> BITS][row & (PIECE - 1)];
    }

    public void set(int row, int value) {
        pieces[row >>> BITS][row & (PIECE - 1)] = value;
    }

    /** Appends a number and tells its row. */
    public int add(int value) {
        int piece = size >>> BITS;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        if ((size & (PIECE - 1)) == 0) {
            pieces[piece] = new int[PIECE];
        }
        pieces[piece][size & (PIECE - 1)] = value;
        return size++;
    }
}
