package org.citybrain.kernel.batch;

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

    private static final int HASH = Sm3.LENGTH;
    private static final byte[] ROW = Sm3.utf8("row");
    private static final byte[] KEY = Sm3.utf8("key");

    /** From the entries up to the root: each level's hashes joined. */
    private final List<byte[]> levels;

    private final int[] order;
    private final byte[] keyDigests;

    private MerkleTree(List<byte[]> levels, int[] order, byte[] keyDigests) {
        this.levels = levels;
        this.order = order;
        this.keyDigests = keyDigests;
    }

    /** Builds the tree over records in arrival order. */
    public static MerkleTree of(byte[] secret, List<byte[]> records) {
        if (records.isEmpty()) {
            throw new MalformedBatchException("A batch has at least one row");
        }
        Records rows = Records.of(records);
        Sm3 sm3 = new Sm3();
        Sm3.Mac mac = new Sm3.Mac(secret);
        byte[] digests = keyDigests(sm3, mac.of(KEY), rows);
        int[] order = DigestOrder.of(digests, rows.size());
        List<byte[]> levels = new ArrayList<>();
        levels.add(entries(sm3, mac, rows, digests, order));
        while (levels.getLast().length > HASH) {
            levels.add(parents(sm3, levels.getLast()));
        }
        return new MerkleTree(levels, order, digests);
    }

    private static byte[] keyDigests(Sm3 sm3, byte[] keySecret, Records rows) {
        byte[] digests = new byte[rows.size() * SALT_LENGTH];
        byte[] digest = new byte[HASH];
        byte[] bytes = rows.bytes();
        for (int i = 0; i < rows.size(); i++) {
            int start = ChangeRecord.keyStart(bytes, rows.start(i), rows.end(i));
            int end = ChangeRecord.keyEnd(bytes, start, rows.end(i));
            sm3.add(2);
            sm3.add(keySecret, 0, keySecret.length);
            sm3.add(bytes, start, end - start);
            sm3.finish(digest, 0);
            System.arraycopy(digest, 0, digests, i * SALT_LENGTH, SALT_LENGTH);
        }
        return digests;
    }

    private static byte[] entries(Sm3 sm3, Sm3.Mac mac, Records rows, byte[] digests, int[] order) {
        byte[] entries = new byte[order.length * HASH];
        byte[] salt = new byte[HASH];
        for (int place = 0; place < order.length; place++) {
            int row = order[place];
            salt(mac, row, salt);
            sm3.add(0);
            sm3.add(salt, 0, SALT_LENGTH);
            sm3.add(rows.bytes(), rows.start(row), rows.end(row) - rows.start(row));
            sm3.finish(entries, place * HASH);
            sm3.add(3);
            sm3.add(digests, row * SALT_LENGTH, SALT_LENGTH);
            sm3.add(entries, place * HASH, HASH);
            sm3.finish(entries, place * HASH);
        }
        return entries;
    }

    private static byte[] parents(Sm3 sm3, byte[] level) {
        int group = WIDTH * HASH;
        byte[] parents = new byte[(level.length + group - 1) / group * HASH];
        for (int from = 0, to = 0; from < level.length; from += group, to += HASH) {
            sm3.add(1);
            sm3.add(level, from, Math.min(group, level.length - from));
            sm3.finish(parents, to);
        }
        return parents;
    }

    /** The root, 32 bytes. */
    public byte[] root() {
        return levels.getLast().clone();
    }

    /** The digest under which a row (arrival index) is ordered. */
    public byte[] keyDigest(int row) {
        return Arrays.copyOfRange(keyDigests, row * SALT_LENGTH, (row + 1) * SALT_LENGTH);
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
        for (byte[] level : levels.subList(0, levels.size() - 1)) {
            int start = at / WIDTH * WIDTH;
            byte[][] group = new byte[Math.min(WIDTH, level.length / HASH - start)][];
            Arrays.setAll(group, i -> Arrays.copyOfRange(level, (start + i) * HASH, (start + i + 1) * HASH));
            groups.add(group);
            at /= WIDTH;
        }
        return groups;
    }

    /** The salt of a row under the batch's secret. */
    public static byte[] salt(byte[] secret, int row) {
        byte[] salt = new byte[HASH];
        salt(new Sm3.Mac(secret), row, salt);
        return Arrays.copyOf(salt, SALT_LENGTH);
    }

    // the salt is the first 16 of the 32 bytes
    private static void salt(Sm3.Mac mac, int row, byte[] out) {
        mac.add(ROW, 0, ROW.length);
        for (int shift = 24; shift >= 0; shift -= 8) {
            mac.add(row >>> shift);
        }
        mac.finish(out, 0);
    }

    /** The tree's entry for a record. */
    public static byte[] entry(byte[] salt, byte[] keyDigest, byte[] record) {
        Sm3 sm3 = new Sm3();
        byte[] leaf = sm3.tagged(0, salt, record);
        return sm3.tagged(3, keyDigest, leaf);
    }

    /** The node over a group of siblings. */
    public static byte[] node(byte[][] children) {
        return new Sm3().tagged(1, children);
    }
}
