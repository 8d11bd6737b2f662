package org.citybrain.kernel.batch;

import java.util.stream.IntStream;

/** The values of one row as spans of byte arrays, re-used from row to row: how the bulk road carries a row. */
public final class FieldBytes {
    private final int[] all;
    private final byte[][] array;
    private final int[] start;
    private final int[] length;

    /** @param fields values of a row */
    public FieldBytes(int fields) {
        this.all = IntStream.range(0, fields).toArray();
        this.array = new byte[fields][];
        this.start = new int[fields];
        this.length = new int[fields];
    }

    /** Sets a value to UTF-8 bytes of an array, which must not change before the row is written. */
    public void set(int field, byte[] bytes, int from, int count) {
        array[field] = bytes;
        start[field] = from;
        length[field] = count;
    }

    /** Sets a value to null. */
    public void setNull(int field) {
        length[field] = -1;
    }

    /** Values of a row. */
    public int count() {
        return all.length;
    }

    int[] all() {
        return all;
    }

    /** Bytes of the tuple of some fields. */
    int tupleLength(int[] fields) {
        int bytes = 2 + (fields.length + 7) / 8;
        for (int field : fields) {
            if (length[field] >= 0) {
                bytes += Tuple.varintLength(length[field]) + length[field];
            }
        }
        return bytes;
    }

    /** Writes the tuple of some fields; returns the index behind it. */
    int write(int[] fields, byte[] out, int from) {
        out[from] = (byte) (fields.length >> 8);
        out[from + 1] = (byte) fields.length;
        int nulls = from + 2;
        int at = nulls + (fields.length + 7) / 8;
        java.util.Arrays.fill(out, nulls, at, (byte) 0);
        for (int i = 0; i < fields.length; i++) {
            int field = fields[i];
            if (length[field] < 0) {
                out[nulls + i / 8] |= (byte) (1 << (i % 8));
            } else {
                at = Tuple.putVarint(out, at, length[field]);
                System.arraycopy(array[field], start[field], out, at, length[field]);
                at += length[field];
            }
        }
        return at;
    }
}
