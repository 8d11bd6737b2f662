package org.citybrain.kernel.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * SM3's compression function (GB/T 32905-2016, 5.3) over whole blocks of 64 bytes. Written for the bulk road, where hashing is
 * the largest cost: no allocation, words read four bytes at a time. For one thread.
 */
final class Sm3Block {
    static final int BYTES = 64;
    /** Words of a state. */
    static final int WORDS = 8;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int EXPANDED = 68;
    /** The rounds of the first kind. */
    static final int EARLY = 16;

    private static final int INPUT = 16;
    private static final int ROUNDS = 64;
    private static final int[] START = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };
    /** T of round j, already turned left by j. */
    private static final int[] T = new int[ROUNDS];

    static {
        for (int j = 0; j < ROUNDS; j++) {
            T[j] = Integer.rotateLeft(j < EARLY ? 0x79cc4519 : 0x7a879d8a, j);
        }
    }

    private final int[] w = new int[EXPANDED];

    /** The state before any block. */
    static void start(int[] state) {
        System.arraycopy(START, 0, state, 0, WORDS);
    }

    /** Writes the state's 32 bytes. */
    static void write(int[] state, byte[] out, int at) {
        for (int i = 0; i < WORDS; i++) {
            INT.set(out, at + 4 * i, state[i]);
        }
    }

    /** T of a round, already turned left by the round's number. */
    static int constant(int round) {
        return T[round];
    }

    /** Reads a whole number. */
    static int getInt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    /** Writes a whole number. */
    static void putInt(byte[] out, int at, int value) {
        INT.set(out, at, value);
    }

    /** Takes the block at an index into the state. */
    void compress(int[] state, byte[] bytes, int at) {
        expand(bytes, at);
        rounds(state);
    }

    private void expand(byte[] bytes, int at) {
        int[] x = w;
        for (int i = 0; i < INPUT; i++) {
            x[i] = (int) INT.get(bytes, at + 4 * i);
        }
        for (int i = INPUT; i < EXPANDED; i++) {
            int p = x[i - 16] ^ x[i - 9] ^ Integer.rotateLeft(x[i - 3], 15);
            x[i] = p
                    ^ Integer.rotateLeft(p, 15)
                    ^ Integer.rotateLeft(p, 23)
                    ^ Integer.rotateLeft(x[i - 13], 7)
                    ^ x[i - 6];
        }
    }

    private void rounds(int[] state) {
        int[] x = w;
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int j = 0; j < ROUNDS; j++) {
            int a12 = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(a12 + e + T[j], 7);
            int ff = j < EARLY ? a ^ b ^ c : (a & b) | ((a | b) & c);
            int gg = j < EARLY ? e ^ f ^ g : ((f ^ g) & e) ^ g;
            int tt1 = ff + d + (ss1 ^ a12) + (x[j] ^ x[j + 4]);
            int tt2 = gg + h + ss1 + x[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        state[0] ^= a;
        state[1] ^= b;
        state[2] ^= c;
        state[3] ^= d;
        state[4] ^= e;
        state[5] ^= f;
        state[6] ^= g;
        state[7] ^= h;
    }
}
