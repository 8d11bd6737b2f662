package org.citybrain.kernel.crypto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Digests of many messages side by side, for the bulk road: see {@link Sm3LaneBlock}; a block takes a quarter of the time that
 * {@link Sm3Block} takes for it. Messages are added one after the other, then {@link #finish} writes all digests. Few
 * messages, and what is left of a few long ones, are digested one by one. For one thread.
 */
public final class Sm3Lanes {
    /** Messages that are digested together at most. */
    public static final int LANES = 256;

    private static final int LENGTH_BYTES = 8;
    /** With fewer messages at work than this, one after the other is quicker. */
    private static final int FEW = LANES / 4;

    private final Sm3Block single = new Sm3Block();
    private final int[] one = new int[Sm3Block.WORDS];
    private final int[] starts = new int[LANES];
    private final int[] blocks = new int[LANES];
    private final int[] start = new int[Sm3Block.WORDS];
    private byte[] messages = new byte[1 << 10];
    private @Nullable Sm3LaneBlock lanes;
    private int count;
    private int at;
    private int taken;

    public Sm3Lanes() {
        Sm3Block.start(start);
    }

    /** The messages to come begin behind blocks that gave this state; for {@link Sm3.Mac}. */
    void from(int[] after) {
        System.arraycopy(after, 0, start, 0, Sm3Block.WORDS);
        taken = Sm3Block.BYTES;
    }

    /** The messages to come begin with nothing before them. */
    void fromStart() {
        Sm3Block.start(start);
        taken = 0;
    }

    /** Messages that wait for {@link #finish}. */
    public int count() {
        return count;
    }

    /** Begins a message with one byte, such as a tag that keeps the uses of the digest apart. */
    public void begin(int tag) {
        begin();
        room(1);
        messages[at++] = (byte) tag;
    }

    /** Begins a message. */
    void begin() {
        starts[count] = at;
    }

    /** Adds bytes of an array to the message. */
    public void add(byte[] bytes, int from, int length) {
        room(length);
        System.arraycopy(bytes, from, messages, at, length);
        at += length;
    }

    /** Ends the message. */
    public void end() {
        int length = at - starts[count];
        int whole = (length + 1 + LENGTH_BYTES + Sm3Block.BYTES - 1) / Sm3Block.BYTES;
        int to = starts[count] + whole * Sm3Block.BYTES;
        room(to - at);
        messages[at] = (byte) 0x80;
        Arrays.fill(messages, at + 1, to - LENGTH_BYTES, (byte) 0);
        long bits = (taken + (long) length) * Byte.SIZE;
        Sm3Block.putInt(messages, to - LENGTH_BYTES, (int) (bits >>> Integer.SIZE));
        Sm3Block.putInt(messages, to - LENGTH_BYTES + Integer.BYTES, (int) bits);
        blocks[count++] = whole;
        at = to;
    }

    private void room(int more) {
        if (at + more > messages.length) {
            messages = Arrays.copyOf(messages, Math.max(at + more, messages.length * 2));
        }
    }

    /** Writes the digests of all messages one behind the other and begins anew. */
    public void finish(byte[] out, int to) {
        int working = count;
        int step = 0;
        if (working >= FEW) {
            lanes().start(start);
        }
        while (working >= FEW) {
            load(step++);
            lanes().compress();
            working -= write(step, out, to);
        }
        if (working > 0) {
            finishSingly(step, out, to);
        }
        count = 0;
        at = 0;
    }

    // small batches never ask for it, so they need not pay for its arrays
    private Sm3LaneBlock lanes() {
        Sm3LaneBlock known = lanes;
        if (known == null) {
            known = new Sm3LaneBlock(LANES);
            lanes = known;
        }
        return known;
    }

    // a lane that has ended goes on with bytes that do not matter
    private void load(int step) {
        Sm3LaneBlock all = lanes();
        for (int lane = 0; lane < count; lane++) {
            all.load(lane, messages, starts[lane] + Math.min(step, blocks[lane] - 1) * Sm3Block.BYTES);
        }
    }

    // the digests of those that end with this step
    private int write(int step, byte[] out, int to) {
        int written = 0;
        for (int lane = 0; lane < count; lane++) {
            if (blocks[lane] == step) {
                lanes().state(lane, one);
                Sm3Block.write(one, out, to + lane * Sm3.LENGTH);
                written++;
            }
        }
        return written;
    }

    private void finishSingly(int step, byte[] out, int to) {
        for (int lane = 0; lane < count; lane++) {
            if (blocks[lane] > step) {
                if (step == 0) {
                    System.arraycopy(start, 0, one, 0, Sm3Block.WORDS);
                } else {
                    lanes().state(lane, one);
                }
                for (int block = step; block < blocks[lane]; block++) {
                    single.compress(one, messages, starts[lane] + block * Sm3Block.BYTES);
                }
                Sm3Block.write(one, out, to + lane * Sm3.LENGTH);
            }
        }
    }
}
