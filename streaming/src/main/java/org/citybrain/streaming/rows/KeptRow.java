package org.citybrain.streaming.rows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as the pool holds it, on its way to a need that became active later.
 *
 * @param sequence of the batch with its last change
 * @param row in that batch
 * @param occurrence number among equal rows, for tables without a key
 * @param record canonical bytes of a change with op r, in the fields of the newest schema version
 */
public record KeptRow(long sequence, int row, int occurrence, byte[] record) {
    private static final int HEAD_BYTES = 20;

    /** Rows of one parcel as bytes. */
    public static byte[] encode(List<KeptRow> rows) {
        ByteBuffer out = ByteBuffer.allocate(
                rows.stream().mapToInt(row -> HEAD_BYTES + row.record.length).sum());
        for (KeptRow row : rows) {
            out.putLong(row.sequence)
                    .putInt(row.row)
                    .putInt(row.occurrence)
                    .putInt(row.record.length)
                    .put(row.record);
        }
        return out.array();
    }

    /** Reads what {@link #encode} wrote. */
    public static List<KeptRow> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<KeptRow> rows = new ArrayList<>();
        while (in.hasRemaining()) {
            long sequence = in.getLong();
            int row = in.getInt();
            int occurrence = in.getInt();
            byte[] record = new byte[in.getInt()];
            in.get(record);
            rows.add(new KeptRow(sequence, row, occurrence, record));
        }
        return rows;
    }
}
