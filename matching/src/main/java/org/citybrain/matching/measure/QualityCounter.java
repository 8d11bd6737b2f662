package org.citybrain.matching.measure;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Counts a result against a truth. Records without a known truth (a negative one) are left out. */
public final class QualityCounter {
    private final int records;
    private final IntUnaryOperator cluster;
    private final IntUnaryOperator truth;

    /** Cells of the table of clusters by truths. */
    private record Cells(long[] cells, int size) {}

    public QualityCounter(int records, IntUnaryOperator cluster, IntUnaryOperator truth) {
        this.records = records;
        this.cluster = cluster;
        this.truth = truth;
    }

    /**
     * Measures.
     *
     * @param linkedPairs how many pairs were linked
     * @param trueLinkedPairs how many of them are true
     */
    public Quality measure(double linkedPairs, double trueLinkedPairs) {
        Cells table = cells();
        double both = 0;
        double precision = 0;
        double recall = 0;
        double[] clusterSizes = sizes(table, 32);
        double[] truthSizes = sizes(table, 0);
        double inClusters = pairs(clusterSizes);
        double inTruths = pairs(truthSizes);
        long clusters = Arrays.stream(clusterSizes).filter(size -> size > 0).count();
        int cellsInAll = 0;
        for (int from = 0, to; from < table.size; from = to) {
            to = end(table, from);
            double size = to - from;
            both += size * (size - 1) / 2;
            precision += size * size / clusterSizes[(int) (table.cells[from] >>> 32)];
            recall += size * size / truthSizes[(int) table.cells[from]];
            cellsInAll++;
        }
        double merges = Math.max(1, table.size - clusters);
        return new Quality(
                share(trueLinkedPairs, linkedPairs),
                share(trueLinkedPairs, inTruths),
                share(both, inClusters),
                share(both, inTruths),
                share(precision, table.size),
                share(recall, table.size),
                (cellsInAll - clusters) / merges);
    }

    private static double pairs(double[] sizes) {
        return Arrays.stream(sizes).map(size -> size * (size - 1) / 2).sum();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }

    private Cells cells() {
        long[] cells = new long[records];
        int size = 0;
        for (int record = 0; record < records; record++) {
            if (truth.applyAsInt(record) >= 0) {
                cells[size++] = (long) cluster.applyAsInt(record) << 32 | truth.applyAsInt(record);
            }
        }
        Arrays.sort(cells, 0, size);
        return new Cells(cells, size);
    }

    private static double[] sizes(Cells table, int shift) {
        int most = 0;
        for (int i = 0; i < table.size; i++) {
            most = Math.max(most, (int) (table.cells[i] >>> shift));
        }
        double[] sizes = new double[most + 1];
        for (int i = 0; i < table.size; i++) {
            sizes[(int) (table.cells[i] >>> shift)]++;
        }
        return sizes;
    }

    private static int end(Cells table, int from) {
        int to = from + 1;
        while (to < table.size && table.cells[to] == table.cells[from]) {
            to++;
        }
        return to;
    }
}
