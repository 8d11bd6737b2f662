package org.citybrain.kernel.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.MerkleTree;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;

/**
 * A proof that a row was in a batch which a department signed. It holds the row, its salt, its place and the hashes
 * beside it, and the signed header; nothing in it tells of other rows.
 *
 * @param format always {@code citybrain-proof-1}
 * @param header the signed header bytes, base 64
 * @param signature SM2 over the header, base 64
 * @param record canonical bytes of the row's change, base 64
 * @param fields names, types and key marks of the row's fields; their fingerprint is in the header
 * @param salt of the row, base 64
 * @param keyDigest under which the row is ordered, base 64
 * @param place of the row among the batch's ordered entries, from 0
 * @param path for each level up: the hashes of the row's group without its own, joined, base 64
 */
public record RowProof(
        String format,
        String header,
        String signature,
        String record,
        List<ProvedField> fields,
        String salt,
        String keyDigest,
        int place,
        List<String> path) {
    static final String FORMAT = "citybrain-proof-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RowProof {
        fields = List.copyOf(fields);
        path = List.copyOf(path);
    }

    /** A field as the fingerprint sees it. */
    public record ProvedField(String name, String sourceType, boolean key) {}

    /**
     * Makes the proof of one row of a batch.
     *
     * @param row the row's arrival index, as receipts name it
     * @throws IllegalArgumentException when the batch has no such row or the schema is not the batch's
     */
    public static RowProof of(SignedBatch batch, int row, SchemaVersion schema) {
        if (row < 0 || row >= batch.records().size()) {
            throw new IllegalArgumentException(
                    "The batch has rows 0 to " + (batch.records().size() - 1) + ", not " + row);
        }
        if (schema.fingerprint() != batch.header().schemaFingerprint()) {
            throw new IllegalArgumentException("The schema given is not the one the batch was sent with");
        }
        MerkleTree tree = MerkleTree.of(batch.secret(), batch.records());
        int place = tree.placeOf(row);
        List<String> path = new ArrayList<>();
        int at = place;
        for (byte[][] group : tree.groupsOf(place)) {
            path.add(encode(withoutOwn(group, at % MerkleTree.WIDTH)));
            at /= MerkleTree.WIDTH;
        }
        List<ProvedField> fields = schema.fields().stream()
                .map(f -> new ProvedField(f.name(), f.sourceType(), f.key()))
                .toList();
        return new RowProof(
                FORMAT,
                encode(batch.header().encode()),
                encode(batch.signature()),
                encode(batch.records().get(row)),
                fields,
                encode(MerkleTree.salt(batch.secret(), row)),
                encode(tree.keyDigest(row)),
                place,
                path);
    }

    /** The one JSON form of the proof: any other bytes are refused by {@link ProofVerifier}. */
    public byte[] toJson() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A proof can always be written", e);
        }
    }

    /**
     * Reads a proof.
     *
     * @throws IOException when the bytes are not one
     */
    static RowProof fromJson(byte[] json) throws IOException {
        return JSON.readValue(json, RowProof.class);
    }

    /** Bytes of this proof beside the row itself. */
    public int bytesBesideTheRow() {
        return toJson().length - record.length();
    }

    BatchHeader signedHeader() {
        return BatchHeader.decode(java.nio.ByteBuffer.wrap(decode(header)));
    }

    ChangeRecord change() {
        return ChangeRecord.decode(decode(record));
    }

    SchemaVersion schema() {
        return SchemaVersion.observed(fields.stream()
                .map(f -> FieldSpec.ofColumn(f.name(), f.sourceType(), true, f.key()))
                .toList());
    }

    boolean leadsTo(byte[] root, int rowCount) {
        byte[] hash = MerkleTree.entry(decode(salt), decode(keyDigest), decode(record));
        int at = place;
        int width = rowCount;
        for (String level : path) {
            int start = at / MerkleTree.WIDTH * MerkleTree.WIDTH;
            byte[][] group = withOwn(decode(level), hash, at % MerkleTree.WIDTH);
            if (group.length != Math.min(MerkleTree.WIDTH, width - start)) {
                return false;
            }
            hash = MerkleTree.node(group);
            at /= MerkleTree.WIDTH;
            width = (width + MerkleTree.WIDTH - 1) / MerkleTree.WIDTH;
        }
        return width == 1 && at == 0 && Arrays.equals(hash, root);
    }

    boolean isSignedBy(String publicKeyHex) {
        return new Sm2.Verifier(publicKeyHex).verify(decode(header), decode(signature));
    }

    private static byte[] withoutOwn(byte[][] group, int own) {
        byte[] joined = new byte[(group.length - 1) * 32];
        for (int i = 0, to = 0; i < group.length; i++) {
            if (i != own) {
                System.arraycopy(group[i], 0, joined, to++ * 32, 32);
            }
        }
        return joined;
    }

    private static byte[][] withOwn(byte[] joined, byte[] own, int place) {
        if (joined.length % 32 != 0) {
            throw new IllegalArgumentException("a level of the path that is not made of whole hashes");
        }
        int count = joined.length / 32 + 1;
        byte[][] group = new byte[count][];
        for (int i = 0, from = 0; i < count; i++) {
            group[i] = i == place ? own : Arrays.copyOfRange(joined, from * 32, ++from * 32);
        }
        return group;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Base 64 has several spellings of the same bytes, for its last letter may hold bits that mean nothing: only one is taken. */
    private static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("base 64 that is not in its one exact form");
        }
        return bytes;
    }
}
