package org.citybrain.kernel.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values of one row as spans of byte arrays, re-used from row to row: how the bulk road carries a row. */
public final class FieldBytes {
    private static final byte[] NOTHING = {};

    private final int[] all;
    private final byte[][] array;
    private final int[] start;
    private final int[] length;
    private long sourceTimeMicros;
    private int tupleStart;
    private int tupleEnd;

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

    /** Lets go of the arrays, which may be large; the row must be set or read again before it is used. */
    public void release() {
        Arrays.fill(array, NOTHING);
    }

    /** Values of a row. */
    public int count() {
        return all.length;
    }

    /** Whether a value is null. */
    public boolean isNull(int field) {
        return length[field] < 0;
    }

    /** Index of a value's first byte in its array. */
    public int start(int field) {
        return start[field];
    }

    /** Bytes of a value; below 0 when it is null. */
    public int length(int field) {
        return length[field];
    }

    /** The values as texts of their own. */
    public List<@Nullable String> texts() {
        List<@Nullable String> texts = new ArrayList<>(all.length);
        for (int i : all) {
            texts.add(length[i] < 0 ? null : new String(array[i], start[i], length[i], StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** When the source made the row that was read last, epoch microseconds. */
    public long sourceTimeMicros() {
        return sourceTimeMicros;
    }

    /**
     * Points at the values of a row that was created or loaded (operation c or r), without a copy.
     *
     * @return whether the record is such a row with this many fields; any other is read with {@link ChangeRecord#decode}
     */
    public boolean readNew(byte[] bytes, int from, int to) {
        try {
            int op = bytes[from + 1];
            int key = ChangeRecord.keyStart(bytes, from, to);
            int flags = ChangeRecord.keyEnd(bytes, key, to);
            if (op != 'c' && op != 'r' || bytes[flags] != 0 || bytes[flags + 1] != 1) {
                return false;
            }
            sourceTimeMicros = ByteBuffer.wrap(bytes).getLong(from + 2);
            return readTuple(bytes, flags + 2, to);
        } catch (MalformedBatchException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /**
     * Points at the values of a tuple that fills an array.
     *
     * @return whether it is one with this many values
     */
    public boolean readTuple(byte[] tuple) {
        try {
            return readTuple(tuple, 0, tuple.length);
        } catch (MalformedBatchException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** A copy of the tuple that {@link #readNew} read, as it stands in the record. */
    public byte[] tuple(byte[] bytes) {
        return Arrays.copyOfRange(bytes, tupleStart, tupleEnd);
    }

    private boolean readTuple(byte[] bytes, int from, int to) {
        tupleStart = from;
        tupleEnd = to;
        if (((bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff) != all.length) {
            return false;
        }
        int nulls = from + 2;
        int at = nulls + (all.length + 7) / 8;
        for (int i = 0; i < all.length; i++) {
            if ((bytes[nulls + i / 8] >> (i % 8) & 1) == 1) {
                setNull(i);
            } else {
                int bytesOf = bytes[at++];
                if (bytesOf < 0) {
                    ByteBuffer in = ByteBuffer.wrap(bytes, at - 1, to - at + 1);
                    bytesOf = Tuple.readLength(in);
                    at = in.position();
                }
                set(i, bytes, at, bytesOf);
                at += bytesOf;
            }
        }
        return at == to;
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
