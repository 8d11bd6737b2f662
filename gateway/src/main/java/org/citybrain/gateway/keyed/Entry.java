package org.citybrain.gateway.keyed;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One row, or a word about one, of a delivery.
 *
 * @param key canonical tuple of the key's values, of the whole row where there is no key
 * @param order number in the delivery
 * @param kind what is said of the key
 * @param place where it stands in the delivery, for lineage
 * @param tuple canonical tuple of the row; empty unless a row is given
 */
public record Entry(byte[] key, long order, Kind kind, String place, byte[] tuple) {
    static final Comparator<Entry> BY_KEY =
            Comparator.comparing(Entry::key, Arrays::compareUnsigned).thenComparingLong(Entry::order);

    private static final byte[] NOTHING = {};

    /** What an entry says. */
    public enum Kind {
        /** The row is this. */
        ROW,
        /** The row is gone. */
        DELETE,
        /** The row is there, but not as it could be read: what was sent of it stays. */
        KEEP
    }

    /** A row as it is now. */
    public static Entry row(byte[] key, long order, String place, byte[] tuple) {
        return new Entry(key, order, Kind.ROW, place, tuple);
    }

    /** A row that is gone. */
    public static Entry delete(byte[] key, long order, String place) {
        return new Entry(key, order, Kind.DELETE, place, NOTHING);
    }

    /** A row that is there and stays as it was sent. */
    public static Entry keep(byte[] key, long order, String place) {
        return new Entry(key, order, Kind.KEEP, place, NOTHING);
    }

    int bytes() {
        return key.length + tuple.length + place.length() + 64;
    }

    /** Writes the entry; {@link #read} takes it back. */
    public void write(DataOutputStream out) throws IOException {
        block(out, key);
        out.writeLong(order);
        out.writeByte(kind.ordinal());
        out.writeUTF(place);
        block(out, tuple);
    }

    /**
     * Reads an entry.
     *
     * @throws java.io.EOFException at the end
     */
    public static Entry read(DataInputStream in) throws IOException {
        return new Entry(block(in), in.readLong(), Kind.values()[in.readByte()], in.readUTF(), block(in));
    }

    static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] block(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
