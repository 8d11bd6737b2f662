package org.citybrain.matching.cluster;

import java.util.Arrays;

/** Scored pairs: two records and the log2 odds that they are the same. */
public final class Links {
    private int[] as = new int[1024];
    private int[] bs = new int[1024];
    private float[] bits = new float[1024];
    private int size;

    public int size() {
        return size;
    }

    public int a(int i) {
        return as[i];
    }

    public int b(int i) {
        return bs[i];
    }

    public float bits(int i) {
        return bits[i];
    }

    public void add(int a, int b, double score) {
        if (size == as.length) {
            int wider = size + (size >> 1);
            as = Arrays.copyOf(as, wider);
            bs = Arrays.copyOf(bs, wider);
            bits = Arrays.copyOf(bits, wider);
        }
        as[size] = a;
        bs[size] = b;
        bits[size++] = (float) score;
    }
}
