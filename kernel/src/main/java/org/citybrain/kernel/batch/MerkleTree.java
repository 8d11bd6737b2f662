package org.citybrain.kernel.batch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.crypto.Sm3;

/**
 * The 16-way Merkle tree over a batch's records (seam 4). Entries are ordered by key digest, then arrival; a row's salt
 * and the key digests come from the batch's secret, so that a proof of one row lets nobody guess another's values.
 */
public final class MerkleTree {
    /** Children of a node. */
    public static final int WIDTH = 16;
    /** Bytes of a row's salt and of a key digest. */
    public static final int SALT_LENGTH = 16;

    private static final byte[] ROW = Sm3.utf8("row");
    private static final byte[] KEY = Sm3.utf8("key");

    private final List<byte[][]> levels;
    private final int[] order;
    private final byte[][] keyDigests;

    private MerkleTree(List<byte[][]> levels, int[] order, byte[][] keyDigests) {
        this.levels = levels;
        this.order = order;
        this.keyDigests = keyDigests;
    }

    /** Builds the tree over records in arrival order. */
    public static MerkleTree of(byte[] secret, List<byte[]> records) {
        if (records.isEmpty()) {
            throw new MalformedBatchException("A batch has at least one row");
        }
        Sm3 sm3 = new Sm3();
        byte[][] digests = new byte[records.size()][];
        Sm3.Mac mac = new Sm3.Mac(secret);
        byte[] keySecret = mac.of(KEY);
        for (int i = 0; i < digests.length; i++) {
            byte[] digest = sm3.tagged(2, keySecret, ChangeRecord.keyBytes(records.get(i)));
            digests[i] = Arrays.copyOf(digest, SALT_LENGTH);
        }
        int[] order = orderOf(digests);
        byte[][] entries = new byte[digests.length][];
        for (int place = 0; place < order.length; place++) {
            int row = order[place];
            entries[place] = entry(sm3, salt(mac, row), digests[row], records.get(row));
        }
        List<byte[][]> levels = new ArrayList<>(List.<byte[][]>of(entries));
        while (levels.getLast().length > 1) {
            levels.add(parents(sm3, levels.getLast()));
        }
        return new MerkleTree(levels, order, digests);
    }

    /** The root, 32 bytes. */
    public byte[] root() {
        return levels.getLast()[0];
    }

    /** The digest under which a row (arrival index) is ordered. */
    public byte[] keyDigest(int row) {
        return keyDigests[row].clone();
    }

    /** The place of a row (arrival index) among the ordered entries. */
    public int placeOf(int row) {
        for (int place = 0; place < order.length; place++) {
            if (order[place] == row) {
                return place;
            }
        }
        throw new IllegalArgumentException("The batch has no row " + row);
    }

    /** For each level from the entries up: the whole group of siblings that holds the place. */
    public List<byte[][]> groupsOf(int place) {
        List<byte[][]> groups = new ArrayList<>();
        int at = place;
        for (byte[][] level : levels.subList(0, levels.size() - 1)) {
            int start = at / WIDTH * WIDTH;
            groups.add(Arrays.copyOfRange(level, start, Math.min(start + WIDTH, level.length)));
            at /= WIDTH;
        }
        return groups;
    }

    /** The salt of a row under the batch's secret. */
    public static byte[] salt(byte[] secret, int row) {
        return salt(new Sm3.Mac(secret), row);
    }

    /** The tree's entry for a record. */
    public static byte[] entry(byte[] salt, byte[] keyDigest, byte[] record) {
        return entry(new Sm3(), salt, keyDigest, record);
    }

    /** The node over a group of siblings. */
    public static byte[] node(byte[][] children) {
        return new Sm3().tagged(1, children);
    }

    private static byte[] entry(Sm3 sm3, byte[] salt, byte[] keyDigest, byte[] record) {
        byte[] leaf = sm3.tagged(0, salt, record);
        return sm3.tagged(3, keyDigest, leaf);
    }

    private static byte[] salt(Sm3.Mac mac, int row) {
        byte[] index = ByteBuffer.allocate(4).putInt(row).array();
        return Arrays.copyOf(mac.of(ROW, index), SALT_LENGTH);
    }

    private static int[] orderOf(byte[][] digests) {
        Integer[] order = new Integer[digests.length];
        Arrays.setAll(order, i -> i);
        // a stable sort keeps arrival order among changes of one key
        Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(digests[a], digests[b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static byte[][] parents(Sm3 sm3, byte[][] level) {
        byte[][] parents = new byte[(level.length + WIDTH - 1) / WIDTH][];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = sm3.tagged(1, Arrays.copyOfRange(level, i * WIDTH, Math.min((i + 1) * WIDTH, level.length)));
        }
        return parents;
    }
}
