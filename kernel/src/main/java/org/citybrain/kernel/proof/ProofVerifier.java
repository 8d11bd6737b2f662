package org.citybrain.kernel.proof;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/** Checks a proof file offline, with nothing but the sender's public key. */
public final class ProofVerifier {
    private ProofVerifier() {}

    /**
     * What a proof says when it holds.
     *
     * @param header of the signed batch
     * @param change the row's change
     * @param before the row before by field name, empty where there is none
     * @param after the row after by field name, empty where there is none
     */
    public record Proved(
            BatchHeader header,
            ChangeRecord change,
            Map<String, @Nullable String> before,
            Map<String, @Nullable String> after) {}

    /** The proof does not hold; the message says which part. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * Verifies the bytes of a proof file.
     *
     * @param publicKeyHex the sender's SM2 key: 04, x, y in hexadecimal
     * @throws RefusedException when anything, down to a single byte of the file, is not as it was made
     */
    public static Proved verify(byte[] file, String publicKeyHex) throws RefusedException {
        try {
            RowProof proof = RowProof.fromJson(file);
            // only the one form that toJson writes is accepted, so that no byte of the file is without meaning
            require(Arrays.equals(proof.toJson(), file), "the file is not in the proof's one exact form");
            require(proof.format().equals(RowProof.FORMAT), "its format '" + proof.format() + "' is not known");
            BatchHeader header = proof.signedHeader();
            require(proof.isSignedBy(publicKeyHex), "the signature over the batch is not of this key");
            require(proof.leadsTo(header.root(), header.rowCount()), "the row does not lead to the signed root");
            SchemaVersion schema = proof.schema();
            require(schema.fingerprint() == header.schemaFingerprint(), "the field names are not those of the batch");
            ChangeRecord change = proof.change();
            return new Proved(header, change, named(schema, change.before()), named(schema, change.after()));
        } catch (IOException | IllegalArgumentException | MalformedBatchException e) {
            throw new RefusedException("The proof is refused: the file is damaged (" + e.getMessage() + ")");
        }
    }

    private static Map<String, @Nullable String> named(SchemaVersion schema, @Nullable List<@Nullable String> row)
            throws RefusedException {
        Map<String, @Nullable String> named = new LinkedHashMap<>();
        if (row != null) {
            require(row.size() == schema.fields().size(), "the row has another number of fields than its schema");
            for (int i = 0; i < row.size(); i++) {
                named.put(schema.fields().get(i).name(), row.get(i));
            }
        }
        return named;
    }

    private static void require(boolean holds, String otherwise) throws RefusedException {
        if (!holds) {
            throw new RefusedException("The proof is refused: " + otherwise + ".");
        }
    }
}
