package org.citybrain.matching.columns;

import java.util.Arrays;

/** Rows of a fixed number of numbers, side by side, so that looking at one record touches one place in memory. */
final class RowTable {
    private static final int BITS = 12;
    private static final int PIECE = 1 << BITS;

    private final int width;
    private int[][] pieces = new int[8][];
    private int size;

    RowTable(int width) {
        this.width = width;
    }

    int size() {
        return size;
    }

    int get(int row, int column) {
        return pieces[row >>> BITS][(row & (PIECE - 1)) * width + column];
    }

    void set(int row, int column, int value) {
        pieces[row >>> BITS][(row & (PIECE - 1)) * width + column] = value;
    }

    /** Appends rows of zeros and tells the first one's number. */
    int add(int rows) {
        int first = size;
        for (int i = 0; i < rows; i++) {
            add();
        }
        return first;
    }

    /** Appends a row of zeros and tells its number. */
    int add() {
        int piece = size >>> BITS;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        if ((size & (PIECE - 1)) == 0) {
            pieces[piece] = new int[PIECE * width];
        }
        return size++;
    }
}
