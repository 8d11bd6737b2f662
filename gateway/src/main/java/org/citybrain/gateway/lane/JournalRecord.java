package org.citybrain.gateway.lane;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One record of a journal file: i32 length, i32 CRC-32C, then the body: kind, resource, sequence, position, bytes.
 *
 * @param bytes the batch; empty for the other kinds
 */
record JournalRecord(Kind kind, String resource, LaneState state, byte[] bytes) {
    private static final int HEAD = 8;
    private static final int MAX_BODY = 64 << 20;

    /** What a record tells. */
    enum Kind {
        /** A lane's state at the head of a file, so that older files can go. */
        STATE,
        /** A closed batch. */
        BATCH,
        /** The receiver has the batch. */
        ACKNOWLEDGED
    }

    /** The record's bytes in two parts, so that a batch is not copied: everything before it, and the batch. */
    ByteBuffer[] encode() {
        byte[] name = resource.getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(HEAD + 3 + name.length + 8 + Position.BYTES);
        head.position(HEAD);
        head.put((byte) kind.ordinal()).putShort((short) name.length).put(name).putLong(state.sequence());
        state.position().write(head);
        CRC32C crc = new CRC32C();
        crc.update(head.array(), HEAD, head.capacity() - HEAD);
        crc.update(bytes);
        head.putInt(0, head.capacity() - HEAD + bytes.length).putInt(4, (int) crc.getValue());
        return new ByteBuffer[] {head.flip(), ByteBuffer.wrap(bytes)};
    }

    /** Reads the record at the buffer's position; null, with the position unmoved, when it is not whole. */
    static @org.jspecify.annotations.Nullable JournalRecord read(ByteBuffer in) {
        if (in.remaining() < HEAD) {
            return null;
        }
        int start = in.position();
        int length = in.getInt(start);
        if (length < 11 + Position.BYTES || length > MAX_BODY || length > in.remaining() - HEAD) {
            return null;
        }
        CRC32C crc = new CRC32C();
        crc.update(in.slice(start + HEAD, length));
        if ((int) crc.getValue() != in.getInt(start + 4)) {
            return null;
        }
        ByteBuffer body = in.slice(start + HEAD, length);
        Kind kind = Kind.values()[body.get()];
        byte[] name = new byte[body.getShort() & 0xffff];
        body.get(name);
        LaneState state = new LaneState(body.getLong(), Position.read(body));
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        in.position(start + HEAD + length);
        return new JournalRecord(kind, new String(name, StandardCharsets.UTF_8), state, bytes);
    }
}
