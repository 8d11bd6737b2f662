package org.citybrain.kernel.batch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * One change of one row: the versioned canonical row of seam 4.
 *
 * @param op 'c' created, 'u' updated, 'd' deleted, 'r' read by the first load
 * @param sourceTimeMicros the source transaction's commit time, epoch microseconds
 * @param position the source's own place of the change, for lineage; opaque to others
 * @param key values of the key fields, of the whole row when there is no key
 * @param before the row before, null where the source has none
 * @param after the row after, null for a deletion
 */
public record ChangeRecord(
        char op,
        long sourceTimeMicros,
        String position,
        List<@Nullable String> key,
        @Nullable List<@Nullable String> before,
        @Nullable List<@Nullable String> after) {
    static final byte VERSION = 1;

    public ChangeRecord {
        if ("cudr".indexOf(op) < 0) {
            throw new IllegalArgumentException("A change is c, u, d or r, not '" + op + "'");
        }
    }

    /** A change whose key is taken from the row after (before, when deleted) as the schema says. */
    public static ChangeRecord of(
            char op,
            long sourceTimeMicros,
            String position,
            SchemaVersion schema,
            @Nullable List<@Nullable String> before,
            @Nullable List<@Nullable String> after) {
        List<@Nullable String> row = after == null ? before : after;
        if (row == null) {
            throw new IllegalArgumentException("A change has a row before or after");
        }
        List<@Nullable String> key = new ArrayList<>();
        for (int i : schema.keyPositions()) {
            key.add(row.get(i));
        }
        return new ChangeRecord(op, sourceTimeMicros, position, key, before, after);
    }

    /** What a row of a known key is now, or that it is no more; nothing is said of what it was. */
    public static ChangeRecord ofKey(
            char op,
            long sourceTimeMicros,
            String position,
            List<@Nullable String> key,
            @Nullable List<@Nullable String> after) {
        return new ChangeRecord(op, sourceTimeMicros, position, key, null, after);
    }

    /** Canonical bytes; equal changes give equal bytes. */
    public byte[] encode() {
        byte[] place = position.getBytes(StandardCharsets.UTF_8);
        byte[] keyTuple = Tuple.encode(key);
        byte[] beforeTuple = before == null ? new byte[0] : Tuple.encode(before);
        byte[] afterTuple = after == null ? new byte[0] : Tuple.encode(after);
        return ByteBuffer.allocate(14 + place.length + keyTuple.length + beforeTuple.length + afterTuple.length)
                .put(VERSION)
                .put((byte) op)
                .putLong(sourceTimeMicros)
                .putShort((short) place.length)
                .put(place)
                .put(keyTuple)
                .put((byte) (before == null ? 0 : 1))
                .put(beforeTuple)
                .put((byte) (after == null ? 0 : 1))
                .put(afterTuple)
                .array();
    }

    /**
     * Decodes canonical bytes.
     *
     * @throws MalformedBatchException when they are not a record
     */
    public static ChangeRecord decode(byte[] record) {
        return decode(record, 0, record.length);
    }

    /**
     * Decodes the canonical bytes in a part of an array.
     *
     * @throws MalformedBatchException when they are not a record
     */
    public static ChangeRecord decode(byte[] bytes, int from, int to) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
            requireVersion(in.get());
            char op = (char) in.get();
            long time = in.getLong();
            byte[] place = new byte[in.getShort() & 0xffff];
            in.get(place);
            List<@Nullable String> key = Tuple.decode(in);
            List<@Nullable String> before = in.get() == 0 ? null : Tuple.decode(in);
            List<@Nullable String> after = in.get() == 0 ? null : Tuple.decode(in);
            if (in.hasRemaining()) {
                throw new MalformedBatchException("A record has " + in.remaining() + " bytes too many");
            }
            return new ChangeRecord(op, time, new String(place, StandardCharsets.UTF_8), key, before, after);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new MalformedBatchException("A record ends too early or holds an unknown change", e);
        }
    }

    /** Index of the key tuple's first byte in a record, without decoding the rest. */
    static int keyStart(byte[] bytes, int from, int to) {
        if (to - from < 12) {
            throw new MalformedBatchException("A record's key cannot be read: it ends too early");
        }
        requireVersion(bytes[from]);
        return from + 12 + ((bytes[from + 10] & 0xff) << 8 | bytes[from + 11] & 0xff);
    }

    /** Index behind the key tuple that begins at an index. */
    static int keyEnd(byte[] bytes, int keyStart, int to) {
        try {
            return Tuple.end(bytes, keyStart, to);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new MalformedBatchException("A record's key cannot be read", e);
        }
    }

    private static void requireVersion(byte version) {
        if (version != VERSION) {
            throw new MalformedBatchException(
                    "Record version " + version + " is not known; this reads version " + VERSION);
        }
    }
}
