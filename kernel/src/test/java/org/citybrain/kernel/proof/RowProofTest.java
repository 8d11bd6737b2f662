package org.citybrain.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowProofTest {
    private static final SchemaVersion SCHEMA = SchemaVersion.observed(
            List.of(FieldSpec.ofColumn("no", "bigint", false, true), FieldSpec.ofColumn("name", "text", true, false)));
    private static final Sm2.KeyPair KEYS = Sm2.newKeyPair();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 17, 255, 257, 2000})
    void provesEveryRowOfABatchOfAnySize(int rows) throws Exception {
        SignedBatch batch = aBatchOf(rows);
        for (int row : new int[] {0, rows / 2, rows - 1}) {
            RowProof proof = RowProof.of(batch, row, SCHEMA);
            ProofVerifier.Proved proved = ProofVerifier.verify(proof.toJson(), KEYS.publicKeyHex());
            assertThat(proved.after()).containsEntry("no", "" + row).containsEntry("name", "李四");
            assertThat(proof.bytesBesideTheRow()).isLessThanOrEqualTo(4096);
        }
    }

    @Test
    void refusesAChangeOfAnyByteOfTheFile() {
        byte[] file = RowProof.of(aBatchOf(40), 7, SCHEMA).toJson();
        for (int i = 0; i < file.length; i++) {
            for (int flip : new int[] {1, 32}) {
                byte[] forged = file.clone();
                forged[i] ^= (byte) flip;
                assertThatThrownBy(() -> ProofVerifier.verify(forged, KEYS.publicKeyHex()))
                        .as("byte %d", i)
                        .isInstanceOf(ProofVerifier.RefusedException.class);
            }
        }
    }

    @Test
    void refusesTheKeyOfAnotherDepartment() {
        byte[] file = RowProof.of(aBatchOf(5), 1, SCHEMA).toJson();
        assertThatThrownBy(() -> ProofVerifier.verify(file, Sm2.newKeyPair().publicKeyHex()))
                .hasMessageContaining("signature");
    }

    @Test
    void refusesAnotherSpellingOfTheSameBytes() {
        // signatures differ in length and last letter, so one batch may hide what the next one shows
        for (int rows = 1; rows <= 40; rows++) {
            String file = new String(RowProof.of(aBatchOf(rows), 0, SCHEMA).toJson(), StandardCharsets.UTF_8);
            Matcher padded = Pattern.compile("([A-Za-z0-9+/])(=+)\"").matcher(file);
            while (padded.find()) {
                String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
                char other = letters.charAt(letters.indexOf(padded.group(1)) ^ 1);
                byte[] forged = (file.substring(0, padded.start()) + other + file.substring(padded.end(1)))
                        .getBytes(StandardCharsets.UTF_8);
                assertThatThrownBy(() -> ProofVerifier.verify(forged, KEYS.publicKeyHex()))
                        .isInstanceOf(ProofVerifier.RefusedException.class);
            }
        }
    }

    @Test
    void refusesBytesAfterTheEnd() {
        byte[] file = RowProof.of(aBatchOf(5), 1, SCHEMA).toJson();
        assertThatThrownBy(() -> ProofVerifier.verify(Arrays.copyOf(file, file.length + 1), KEYS.publicKeyHex()))
                .isInstanceOf(ProofVerifier.RefusedException.class);
    }

    private static SignedBatch aBatchOf(int rows) {
        List<byte[]> records = IntStream.range(0, rows)
                .mapToObj(i -> ChangeRecord.of('c', i, "p" + i, SCHEMA, null, List.of("" + i, "李四"))
                        .encode())
                .toList();
        return SignedBatch.seal(
                new SignedBatch.Draft("civil.test", "civil@3609", 0, 1, SCHEMA.fingerprint(), 5, 4),
                records,
                new Sm2.Signer(KEYS.privateKeyHex()));
    }
}
