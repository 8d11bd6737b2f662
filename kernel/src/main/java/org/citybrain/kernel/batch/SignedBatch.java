package org.citybrain.kernel.batch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.crypto.Sm2;

/**
 * One Kafka record: header, signature over the header, the batch's secret, and the records in arrival order.
 *
 * @param header what is signed
 * @param signature SM2 over the header's bytes, DER
 * @param secret 32 bytes from which salts and key digests come; known to the receivers of the rows only
 * @param records canonical bytes of each {@link ChangeRecord}
 */
public record SignedBatch(BatchHeader header, byte[] signature, byte[] secret, List<byte[]> records) {
    /** Largest encoded batch in bytes (seam 1). */
    public static final int MAX_BYTES = 512 * 1024;

    private static final int SECRET_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public SignedBatch {
        records = List.copyOf(records);
    }

    /** Everything of a header but what follows from the rows. */
    public record Draft(
            String resource,
            String node,
            int lane,
            long sequence,
            long schemaFingerprint,
            long closedAtMicros,
            long lastSourceTimeMicros) {}

    /** Seals rows into a signed batch with a fresh secret. */
    public static SignedBatch seal(Draft draft, List<byte[]> records, Sm2.Signer signer) {
        byte[] secret = new byte[SECRET_LENGTH];
        RANDOM.nextBytes(secret);
        BatchHeader header = new BatchHeader(
                draft.resource(),
                draft.node(),
                draft.lane(),
                draft.sequence(),
                draft.schemaFingerprint(),
                draft.closedAtMicros(),
                draft.lastSourceTimeMicros(),
                records.size(),
                MerkleTree.of(secret, records).root());
        return new SignedBatch(header, signer.sign(header.encode()), secret, records);
    }

    /** Whether the rows give the root and the root is signed by the key: the whole batch or nothing (seam 2). */
    public boolean verifies(Sm2.Verifier sender) {
        return header.rowCount() == records.size()
                && !records.isEmpty()
                && Arrays.equals(MerkleTree.of(secret, records).root(), header.root())
                && sender.verify(header.encode(), signature);
    }

    /** The bytes that travel. */
    public byte[] encode() {
        byte[] head = header.encode();
        Records rows = Records.of(records);
        ByteBuffer out = ByteBuffer.allocate(head.length + 2 + signature.length + SECRET_LENGTH + rows.encodedLength());
        out.put(head).putShort((short) signature.length).put(signature).put(secret);
        rows.writeTo(out);
        return out.array();
    }

    /**
     * Reads a batch; nothing is verified yet.
     *
     * @throws MalformedBatchException when the bytes are not a batch
     */
    public static SignedBatch decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        BatchHeader header = BatchHeader.decode(in);
        try {
            byte[] signature = new byte[in.getShort() & 0xffff];
            in.get(signature);
            byte[] secret = new byte[SECRET_LENGTH];
            in.get(secret);
            Records records = Records.read(in, header.rowCount());
            return new SignedBatch(header, signature, secret, records);
        } catch (BufferUnderflowException e) {
            throw new MalformedBatchException("A batch ends too early", e);
        }
    }
}
