package org.citybrain.kernel.batch;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.citybrain.kernel.crypto.Sm3;

/**
 * What a batch says of itself; the signature covers exactly these bytes, and through the root every row.
 *
 * @param resource resource id, e.g. {@code health_insurance.settlement}
 * @param node the sender's node, e.g. {@code health_insurance@3609}
 * @param lane order is kept within a resource's lane
 * @param sequence from 1, without gaps, per resource and lane
 * @param schemaFingerprint of the schema that the rows follow
 * @param closedAtMicros machine time at which the batch was closed
 * @param lastSourceTimeMicros commit time of the last change in it
 * @param rowCount number of records
 * @param root Merkle root, 32 bytes
 */
public record BatchHeader(
        String resource,
        String node,
        int lane,
        long sequence,
        long schemaFingerprint,
        long closedAtMicros,
        long lastSourceTimeMicros,
        int rowCount,
        byte[] root) {
    private static final byte[] MAGIC = {'C', 'B', 'B', '1'};
    private static final byte KIND_ROWS = 0;

    /** The bytes that are signed. */
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.write(MAGIC);
            out.writeUTF(resource);
            out.writeUTF(node);
            out.writeInt(lane);
            out.writeLong(sequence);
            out.writeLong(schemaFingerprint);
            out.writeByte(KIND_ROWS);
            out.writeLong(closedAtMicros);
            out.writeLong(lastSourceTimeMicros);
            out.writeInt(rowCount);
            out.write(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a header from the buffer's position, which moves behind it.
     *
     * @throws MalformedBatchException when there is none
     */
    public static BatchHeader decode(ByteBuffer in) {
        try {
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new MalformedBatchException("This is not a batch: it does not begin with CBB1");
            }
            String resource = readText(in);
            String node = readText(in);
            int lane = in.getInt();
            long sequence = in.getLong();
            long fingerprint = in.getLong();
            byte kind = in.get();
            if (kind != KIND_ROWS) {
                throw new MalformedBatchException("Batch kind " + kind + " is not known");
            }
            long closedAt = in.getLong();
            long lastSourceTime = in.getLong();
            int rowCount = in.getInt();
            byte[] root = new byte[Sm3.LENGTH];
            in.get(root);
            return new BatchHeader(
                    resource, node, lane, sequence, fingerprint, closedAt, lastSourceTime, rowCount, root);
        } catch (BufferUnderflowException e) {
            throw new MalformedBatchException("A batch header ends too early", e);
        }
    }

    private static String readText(ByteBuffer in) {
        byte[] text = new byte[in.getShort() & 0xffff];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
