package org.citybrain.kernel.batch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A batch's records in arrival order as they travel, one array for all of them: each a varint length and its bytes.
 * {@link #get} copies; the bulk road uses {@link #bytes}, {@link #start} and {@link #end} instead.
 */
public final class Records extends AbstractList<byte[]> implements RandomAccess {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int[] starts;
    private final int[] ends;
    private final int count;

    Records(byte[] bytes, int from, int to, int[] starts, int[] ends, int count) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.starts = starts;
        this.ends = ends;
        this.count = count;
    }

    /**
     * Reads what fills the buffer from its position to its end, without a copy.
     *
     * @throws MalformedBatchException when a record's length leads beyond the end
     */
    static Records read(ByteBuffer in, int expected) {
        int from = in.position();
        int room = Math.min(Math.max(expected, 1), in.remaining() + 1);
        int[] starts = new int[room];
        int[] ends = new int[room];
        int count = 0;
        try {
            while (in.hasRemaining()) {
                int length = Tuple.readLength(in);
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                    ends = Arrays.copyOf(ends, count * 2);
                }
                starts[count] = in.position();
                ends[count++] = in.position() + length;
                in.position(in.position() + length);
            }
        } catch (BufferUnderflowException e) {
            throw new MalformedBatchException("A batch ends too early", e);
        }
        return new Records(in.array(), from, in.position(), starts, ends, count);
    }

    /** The same records; joined into one array unless they are. */
    public static Records of(List<byte[]> records) {
        if (records instanceof Records joined) {
            return joined;
        }
        RecordsWriter writer = new RecordsWriter(
                records.stream().mapToInt(record -> record.length + 5).sum());
        records.forEach(writer::add);
        return writer.records();
    }

    /** The array that holds them; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of a record's first byte. */
    public int start(int record) {
        return starts[record];
    }

    /** Index behind a record's last byte. */
    public int end(int record) {
        return ends[record];
    }

    /** Writes all of them with their lengths. */
    void writeTo(ByteBuffer out) {
        out.put(bytes, from, to - from);
    }

    /** Bytes of all of them with their lengths. */
    public int encodedLength() {
        return to - from;
    }

    @Override
    public byte[] get(int record) {
        java.util.Objects.checkIndex(record, count);
        return Arrays.copyOfRange(bytes, starts[record], ends[record]);
    }

    @Override
    public int size() {
        return count;
    }
}
