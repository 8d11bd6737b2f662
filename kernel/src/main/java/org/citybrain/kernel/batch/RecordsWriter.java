package org.citybrain.kernel.batch;

import java.util.Arrays;

/** Collects records into one growing array; first-load rows are written straight from the bytes of their values. */
public final class RecordsWriter {
    private static final int HEAD = 14;
    private static final int FEW = 64;

    private byte[] bytes;
    private int[] starts = new int[FEW];
    private int[] ends = new int[FEW];
    private int count;
    private int at;

    /** @param room bytes expected; it grows when that is not enough */
    public RecordsWriter(int room) {
        this.bytes = new byte[Math.max(room, FEW)];
    }

    /** Adds canonical bytes of a record. */
    public void add(byte[] record) {
        begin(record.length);
        System.arraycopy(record, 0, bytes, at, record.length);
        at += record.length;
        end();
    }

    /**
     * Adds a row of a first load (operation r) as {@link ChangeRecord#encode} would write it.
     *
     * @param position the row's place at the source, UTF-8
     * @param keys which fields are the key, in field order
     * @param row the row's values
     */
    public void addLoaded(long sourceTimeMicros, byte[] position, int[] keys, FieldBytes row) {
        int key = row.tupleLength(keys);
        int after = row.tupleLength(row.all());
        begin(HEAD + position.length + key + after);
        bytes[at] = ChangeRecord.VERSION;
        bytes[at + 1] = 'r';
        for (int i = 0; i < 8; i++) {
            bytes[at + 2 + i] = (byte) (sourceTimeMicros >>> (56 - 8 * i));
        }
        bytes[at + 10] = (byte) (position.length >> 8);
        bytes[at + 11] = (byte) position.length;
        System.arraycopy(position, 0, bytes, at + 12, position.length);
        at = row.write(keys, bytes, at + 12 + position.length);
        bytes[at] = 0;
        bytes[at + 1] = 1;
        at = row.write(row.all(), bytes, at + 2);
        end();
    }

    /** Bytes that a first-load row takes, its length included. */
    public static int loadedLength(byte[] position, int[] keys, FieldBytes row) {
        int record = HEAD + position.length + row.tupleLength(keys) + row.tupleLength(row.all());
        return record + Tuple.varintLength(record);
    }

    private void begin(int length) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        if (at + length + 5 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + length + 5, bytes.length * 2));
        }
        at = Tuple.putVarint(bytes, at, length);
        starts[count] = at;
    }

    private void end() {
        ends[count++] = at;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Bytes so far, lengths included. */
    public int size() {
        return at;
    }

    /** The records; nothing may be added afterwards. */
    public Records records() {
        return new Records(bytes, 0, at, starts, ends, count);
    }
}
