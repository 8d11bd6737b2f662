package org.citybrain.kernel.crypto;

import java.util.Arrays;

/**
 * SM3's compression function over one block of each of many messages: word i of all messages lies in one array, so that every
 * step is a plain loop over them, which the compiler turns into vector instructions. Rotations are spelt out, for the loops'
 * sake. For one thread.
 */
final class Sm3LaneBlock {
    private static final int WORDS = 16;
    private static final int ROUNDS = 64;

    private final int lanes;
    private final int[][] state;
    private final int[][] before;
    private final int[][] words;

    Sm3LaneBlock(int lanes) {
        this.lanes = lanes;
        this.state = new int[Sm3Block.WORDS][lanes];
        this.before = new int[Sm3Block.WORDS][lanes];
        this.words = new int[WORDS][lanes];
    }

    /** Gives every lane this state. */
    void start(int[] first) {
        for (int i = 0; i < Sm3Block.WORDS; i++) {
            Arrays.fill(state[i], first[i]);
        }
    }

    /** Copies a lane's state. */
    void state(int lane, int[] out) {
        for (int i = 0; i < Sm3Block.WORDS; i++) {
            out[i] = state[i][lane];
        }
    }

    /** Sets a lane's next block to the 64 bytes at an index. */
    void load(int lane, byte[] bytes, int at) {
        for (int i = 0; i < WORDS; i++) {
            words[i][lane] = Sm3Block.getInt(bytes, at + Integer.BYTES * i);
        }
    }

    /** Takes every lane's block into its state. */
    void compress() {
        for (int i = 0; i < Sm3Block.WORDS; i++) {
            System.arraycopy(state[i], 0, before[i], 0, lanes);
        }
        for (int j = 0; j < ROUNDS; j++) {
            if (j + 4 >= WORDS) {
                expand(word(j + 4), word(j - 5), word(j + 1), word(j - 9), word(j - 2));
            }
            // instead of moving a to b and on, the arrays change their names: back where they were after four rounds
            int[][] s = {role(0, -j), role(0, 1 - j), role(0, 2 - j), role(0, 3 - j)};
            int[][] t = {role(4, -j), role(4, 1 - j), role(4, 2 - j), role(4, 3 - j)};
            if (j < Sm3Block.EARLY) {
                early(Sm3Block.constant(j), s[0], s[1], s[2], s[3], t[0], t[1], t[2], t[3], word(j), word(j + 4));
            } else {
                late(Sm3Block.constant(j), s[0], s[1], s[2], s[3], t[0], t[1], t[2], t[3], word(j), word(j + 4));
            }
        }
        for (int i = 0; i < Sm3Block.WORDS; i++) {
            mix(state[i], before[i]);
        }
    }

    private int[] word(int number) {
        return words[number & (WORDS - 1)];
    }

    private int[] role(int first, int number) {
        return state[first + (number & 3)];
    }

    private static void mix(int[] now, int[] then) {
        for (int i = 0; i < now.length; i++) {
            now[i] ^= then[i];
        }
    }

    // the word 16 back becomes the new one, from those 9, 3, 13 and 6 back
    private static void expand(int[] w, int[] back9, int[] back3, int[] back13, int[] back6) {
        for (int i = 0; i < w.length; i++) {
            int x = w[i] ^ back9[i] ^ (back3[i] << 15 | back3[i] >>> 17);
            w[i] = x ^ (x << 15 | x >>> 17) ^ (x << 23 | x >>> 9) ^ (back13[i] << 7 | back13[i] >>> 25) ^ back6[i];
        }
    }

    private static void early(
            int k, int[] a, int[] b, int[] c, int[] d, int[] e, int[] f, int[] g, int[] h, int[] w, int[] w4) {
        for (int i = 0; i < a.length; i++) {
            int a12 = a[i] << 12 | a[i] >>> 20;
            int sum = a12 + e[i] + k;
            int ss1 = sum << 7 | sum >>> 25;
            int tt1 = (a[i] ^ b[i] ^ c[i]) + d[i] + (ss1 ^ a12) + (w[i] ^ w4[i]);
            int tt2 = (e[i] ^ f[i] ^ g[i]) + h[i] + ss1 + w[i];
            d[i] = tt1;
            b[i] = b[i] << 9 | b[i] >>> 23;
            h[i] = tt2 ^ (tt2 << 9 | tt2 >>> 23) ^ (tt2 << 17 | tt2 >>> 15);
            f[i] = f[i] << 19 | f[i] >>> 13;
        }
    }

    private static void late(
            int k, int[] a, int[] b, int[] c, int[] d, int[] e, int[] f, int[] g, int[] h, int[] w, int[] w4) {
        for (int i = 0; i < a.length; i++) {
            int a12 = a[i] << 12 | a[i] >>> 20;
            int sum = a12 + e[i] + k;
            int ss1 = sum << 7 | sum >>> 25;
            int tt1 = (a[i] & b[i] | (a[i] | b[i]) & c[i]) + d[i] + (ss1 ^ a12) + (w[i] ^ w4[i]);
            int tt2 = (((f[i] ^ g[i]) & e[i]) ^ g[i]) + h[i] + ss1 + w[i];
            d[i] = tt1;
            b[i] = b[i] << 9 | b[i] >>> 23;
            h[i] = tt2 ^ (tt2 << 9 | tt2 >>> 23) ^ (tt2 << 17 | tt2 >>> 15);
            f[i] = f[i] << 19 | f[i] >>> 13;
        }
    }
}
