package org.citybrain.kernel.batch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.crypto.Sm3Lanes;

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
        Sm3Lanes lanes = new Sm3Lanes();
        Sm3.Mac mac = new Sm3.Mac(secret);
        byte[] digests = keyDigests(lanes, mac.of(KEY), rows);
        int[] order = DigestOrder.of(digests, rows.size());
        List<byte[]> levels = new ArrayList<>();
        levels.add(entries(lanes, mac, rows, digests, order));
        while (levels.getLast().length > HASH) {
            levels.add(parents(lanes, levels.getLast()));
        }
        return new MerkleTree(levels, order, digests);
    }

    private static byte[] keyDigests(Sm3Lanes lanes, byte[] keySecret, Records rows) {
        byte[] digests = new byte[rows.size() * SALT_LENGTH];
        byte[] whole = new byte[Math.min(rows.size(), Sm3Lanes.LANES) * HASH];
        byte[] bytes = rows.bytes();
        for (int from = 0; from < rows.size(); from += Sm3Lanes.LANES) {
            int to = Math.min(rows.size(), from + Sm3Lanes.LANES);
            for (int row = from; row < to; row++) {
                int start = ChangeRecord.keyStart(bytes, rows.start(row), rows.end(row));
                int end = ChangeRecord.keyEnd(bytes, start, rows.end(row));
                lanes.begin(2);
                lanes.add(keySecret, 0, keySecret.length);
                lanes.add(bytes, start, end - start);
                lanes.end();
            }
            lanes.finish(whole, 0);
            for (int row = from; row < to; row++) {
                System.arraycopy(whole, (row - from) * HASH, digests, row * SALT_LENGTH, SALT_LENGTH);
            }
        }
        return digests;
    }

    private static byte[] entries(Sm3Lanes lanes, Sm3.Mac mac, Records rows, byte[] digests, int[] order) {
        byte[] entries = new byte[order.length * HASH];
        byte[] salts = new byte[Math.min(order.length, Sm3Lanes.LANES) * HASH];
        for (int from = 0; from < order.length; from += Sm3Lanes.LANES) {
            int to = Math.min(order.length, from + Sm3Lanes.LANES);
            salts(lanes, mac, order, from, to, salts);
            for (int place = from; place < to; place++) {
                int row = order[place];
                lanes.begin(0);
                lanes.add(salts, (place - from) * HASH, SALT_LENGTH);
                lanes.add(rows.bytes(), rows.start(row), rows.end(row) - rows.start(row));
                lanes.end();
            }
            lanes.finish(entries, from * HASH);
            for (int place = from; place < to; place++) {
                lanes.begin(3);
                lanes.add(digests, order[place] * SALT_LENGTH, SALT_LENGTH);
                lanes.add(entries, place * HASH, HASH);
                lanes.end();
            }
            lanes.finish(entries, from * HASH);
        }
        return entries;
    }

    // a salt is the first 16 of the 32 bytes
    private static void salts(Sm3Lanes lanes, Sm3.Mac mac, int[] order, int from, int to, byte[] out) {
        byte[] number = new byte[Integer.BYTES];
        for (int place = from; place < to; place++) {
            ByteBuffer.wrap(number).putInt(order[place]);
            mac.begin(lanes);
            lanes.add(ROW, 0, ROW.length);
            lanes.add(number, 0, number.length);
            lanes.end();
        }
        mac.finish(lanes, out, 0);
    }

    private static byte[] parents(Sm3Lanes lanes, byte[] level) {
        int group = WIDTH * HASH;
        byte[] parents = new byte[(level.length + group - 1) / group * HASH];
        for (int from = 0, to = 0; from < level.length; to = from / group * HASH) {
            int end = Math.min(level.length, from + group * Sm3Lanes.LANES);
            for (; from < end; from += group) {
                lanes.begin(1);
                lanes.add(level, from, Math.min(group, level.length - from));
                lanes.end();
            }
            lanes.finish(parents, to);
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
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(row).array();
        return Arrays.copyOf(new Sm3.Mac(secret).of(ROW, number), SALT_LENGTH);
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
