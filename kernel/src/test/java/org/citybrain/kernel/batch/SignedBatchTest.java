package org.citybrain.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignedBatchTest {
    static final SchemaVersion SCHEMA = SchemaVersion.observed(List.of(
            FieldSpec.ofColumn("no", "bigint", false, true),
            FieldSpec.ofColumn("name", "character varying(60)", true, false),
            FieldSpec.ofColumn("amount", "numeric(14,2)", true, false)));
    static final Sm2.KeyPair KEYS = Sm2.newKeyPair();

    public static SignedBatch aBatchOf(int rows) {
        List<byte[]> records = IntStream.range(0, rows)
                .mapToObj(i -> ChangeRecord.of(
                                'c',
                                1_000L + i,
                                "0/" + i,
                                SCHEMA,
                                null,
                                Arrays.asList("" + i, i % 3 == 0 ? null : "张三", "1.50"))
                        .encode())
                .toList();
        return SignedBatch.seal(
                new SignedBatch.Draft("civil.test", "civil@3609", 0, 1, SCHEMA.fingerprint(), 5, 4),
                records,
                new Sm2.Signer(KEYS.privateKeyHex()));
    }

    @Nested
    class Encoding {
        @Test
        void givesBackWhatWasSealed() {
            SignedBatch batch = aBatchOf(100);
            SignedBatch read = SignedBatch.decode(batch.encode());
            assertThat(read.header().encode()).isEqualTo(batch.header().encode());
            assertThat(ChangeRecord.decode(read.records().get(3)).after()).containsExactly("3", null, "1.50");
            assertThat(read.verifies(new Sm2.Verifier(KEYS.publicKeyHex()))).isTrue();
        }

        @Test
        void keepsNullAndEmptyTextApart() {
            byte[] tuple = Tuple.encode(Arrays.asList(null, "", "a"));
            assertThat(Tuple.decode(tuple)).containsExactly(null, "", "a");
        }

        @Test
        void refusesEveryCutOfTheBytesWithOneKindOfError() {
            byte[] bytes = aBatchOf(3).encode();
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThat(isRefused(cut)).as("cut at %d", length).isTrue();
            }
        }
    }

    @Nested
    class Verification {
        @Test
        void refusesAChangeOfAnyByte() {
            byte[] bytes = aBatchOf(20).encode();
            for (int i = 0; i < bytes.length; i++) {
                byte[] changed = bytes.clone();
                changed[i] ^= 1;
                assertThat(isRefused(changed)).as("byte %d", i).isTrue();
            }
        }

        @Test
        void refusesRowsInAnotherOrder() {
            SignedBatch batch = aBatchOf(20);
            List<byte[]> swapped = new ArrayList<>(batch.records());
            java.util.Collections.swap(swapped, 0, 1);
            assertThat(new SignedBatch(batch.header(), batch.signature(), batch.secret(), swapped)
                            .verifies(new Sm2.Verifier(KEYS.publicKeyHex())))
                    .isFalse();
        }

        @Test
        void refusesABatchWithoutRows() {
            assertThatThrownBy(() -> aBatchOf(0)).isInstanceOf(MalformedBatchException.class);
        }
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            return !SignedBatch.decode(bytes).verifies(new Sm2.Verifier(KEYS.publicKeyHex()));
        } catch (MalformedBatchException e) {
            return true;
        }
    }
}
