package org.citybrain.kernel.crypto;

import java.nio.charset.StandardCharsets;

/**
 * SM3 (GB/T 32905) digests of 32 bytes, of our own making: see {@link Sm3Block}. An instance is re-used by one thread; the
 * static methods are for single calls. Parts are added with {@link #add}; {@link #finish} ends a digest and begins the next.
 */
public final class Sm3 {
    /** Length of a digest in bytes. */
    public static final int LENGTH = 32;

    private static final int LENGTH_AT = Sm3Block.BYTES - 8;

    private final Sm3Block compression = new Sm3Block();
    private final int[] state = new int[Sm3Block.WORDS];
    private final byte[] block = new byte[Sm3Block.BYTES];
    private int filled;
    private long taken;

    public Sm3() {
        Sm3Block.start(state);
    }

    /** Adds one byte, such as a tag that keeps the uses of the digest apart. */
    public void add(int one) {
        block[filled++] = (byte) one;
        taken++;
        if (filled == Sm3Block.BYTES) {
            compression.compress(state, block, 0);
            filled = 0;
        }
    }

    /** Adds bytes of an array. */
    public void add(byte[] bytes, int from, int length) {
        taken += length;
        int at = from;
        int end = from + length;
        if (filled > 0) {
            int part = Math.min(Sm3Block.BYTES - filled, length);
            System.arraycopy(bytes, at, block, filled, part);
            filled += part;
            at += part;
            if (filled < Sm3Block.BYTES) {
                return;
            }
            compression.compress(state, block, 0);
            filled = 0;
        }
        for (; end - at >= Sm3Block.BYTES; at += Sm3Block.BYTES) {
            compression.compress(state, bytes, at);
        }
        System.arraycopy(bytes, at, block, 0, end - at);
        filled = end - at;
    }

    /** Writes the digest of what was added and begins anew. */
    public void finish(byte[] out, int at) {
        block[filled++] = (byte) 0x80;
        if (filled > LENGTH_AT) {
            java.util.Arrays.fill(block, filled, Sm3Block.BYTES, (byte) 0);
            compression.compress(state, block, 0);
            filled = 0;
        }
        java.util.Arrays.fill(block, filled, LENGTH_AT, (byte) 0);
        Sm3Block.putInt(block, LENGTH_AT, (int) (taken >>> 29));
        Sm3Block.putInt(block, LENGTH_AT + 4, (int) (taken << 3));
        compression.compress(state, block, 0);
        Sm3Block.write(state, out, at);
        Sm3Block.start(state);
        filled = 0;
        taken = 0;
    }

    /** Digest of the parts joined. */
    public byte[] of(byte[]... parts) {
        for (byte[] part : parts) {
            add(part, 0, part.length);
        }
        byte[] out = new byte[LENGTH];
        finish(out, 0);
        return out;
    }

    /** Digest of one tag byte and the parts joined: the tag keeps the uses of the digest apart. */
    public byte[] tagged(int tag, byte[]... parts) {
        add(tag);
        return of(parts);
    }

    /** Digest of the parts joined, for a single call. */
    public static byte[] digest(byte[]... parts) {
        return new Sm3().of(parts);
    }

    /** UTF-8 bytes of a text. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // goes on from the state after one block
    private void from(int[] after) {
        System.arraycopy(after, 0, state, 0, Sm3Block.WORDS);
        taken = Sm3Block.BYTES;
    }

    /** A re-usable HMAC-SM3 under one key, for one thread. The key's two blocks are compressed once. */
    public static final class Mac {
        private final Sm3 sm3 = new Sm3();
        private final int[] inner;
        private final int[] outer;
        private final byte[] between = new byte[LENGTH];

        public Mac(byte[] key) {
            byte[] fitting = key.length > Sm3Block.BYTES ? Sm3.digest(key) : key;
            inner = sm3.afterKey(fitting, 0x36);
            outer = sm3.afterKey(fitting, 0x5c);
            sm3.from(inner);
        }

        /** Adds one byte. */
        public void add(int one) {
            sm3.add(one);
        }

        /** Adds bytes of an array. */
        public void add(byte[] bytes, int from, int length) {
            sm3.add(bytes, from, length);
        }

        /** Writes the code of what was added, 32 bytes, and begins anew. */
        public void finish(byte[] out, int at) {
            sm3.finish(between, 0);
            sm3.from(outer);
            sm3.add(between, 0, LENGTH);
            sm3.finish(out, at);
            sm3.from(inner);
        }

        /** Begins a message of many: {@link #finish(Sm3Lanes, byte[], int)} writes their codes. All use the same lanes. */
        public void begin(Sm3Lanes lanes) {
            lanes.from(inner);
            lanes.begin();
        }

        /** Writes the codes of the messages, 32 bytes each, and leaves the lanes as they were. */
        public void finish(Sm3Lanes lanes, byte[] out, int at) {
            int messages = lanes.count();
            lanes.finish(out, at);
            lanes.from(outer);
            for (int i = 0; i < messages; i++) {
                lanes.begin();
                lanes.add(out, at + i * LENGTH, LENGTH);
                lanes.end();
            }
            lanes.finish(out, at);
            lanes.fromStart();
        }

        /** HMAC of the parts joined. */
        public byte[] of(byte[]... parts) {
            for (byte[] part : parts) {
                add(part, 0, part.length);
            }
            byte[] out = new byte[LENGTH];
            finish(out, 0);
            return out;
        }
    }

    private int[] afterKey(byte[] key, int pad) {
        byte[] padded = java.util.Arrays.copyOf(key, Sm3Block.BYTES);
        for (int i = 0; i < padded.length; i++) {
            padded[i] ^= (byte) pad;
        }
        int[] after = new int[Sm3Block.WORDS];
        Sm3Block.start(after);
        compression.compress(after, padded, 0);
        return after;
    }
}
