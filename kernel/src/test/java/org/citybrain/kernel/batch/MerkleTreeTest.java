package org.citybrain.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    private static final SchemaVersion SCHEMA = SchemaVersion.observed(
            List.of(FieldSpec.ofColumn("no", "bigint", false, true), FieldSpec.ofColumn("text", "text", true, false)));
    private static final byte[] SECRET = Sm3.digest(Sm3.utf8("a secret"));

    private static List<byte[]> records(int rows) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String text = "值".repeat(i % 311 == 5 ? 9_000 : i % 40);
            records.add(ChangeRecord.of('c', i, "0/" + i, SCHEMA, null, Arrays.asList("" + i, text))
                    .encode());
        }
        return records;
    }

    /** The tree as docs/reference/batch-format.md words it, one row after the other. */
    private static byte[] rootByTheBook(List<byte[]> records, MerkleTree tree) {
        List<byte[]> level = new ArrayList<>(java.util.Collections.nCopies(records.size(), new byte[0]));
        for (int row = 0; row < records.size(); row++) {
            byte[] salt = MerkleTree.salt(SECRET, row);
            level.set(tree.placeOf(row), MerkleTree.entry(salt, tree.keyDigest(row), records.get(row)));
        }
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int from = 0; from < level.size(); from += MerkleTree.WIDTH) {
                above.add(MerkleTree.node(level.subList(from, Math.min(level.size(), from + MerkleTree.WIDTH))
                        .toArray(byte[][]::new)));
            }
            level = above;
        }
        return level.getFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 17, 256, 257, 2_000, 4_700})
    void hasTheRootThatTheRulesGiveOneRowAfterTheOther(int rows) {
        List<byte[]> records = records(rows);
        MerkleTree tree = MerkleTree.of(SECRET, records);
        assertThat(tree.root()).isEqualTo(rootByTheBook(records, tree));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    void ordersRowsByTheDigestOfTheirKey(int rows) {
        MerkleTree tree = MerkleTree.of(SECRET, records(rows));
        byte[] keySecret = new Sm3.Mac(SECRET).of(Sm3.utf8("key"));
        for (int row = 0; row < rows; row++) {
            byte[] digest = new Sm3().tagged(2, keySecret, Tuple.encode(List.of("" + row)));
            assertThat(tree.keyDigest(row)).isEqualTo(Arrays.copyOf(digest, MerkleTree.SALT_LENGTH));
        }
    }
}
