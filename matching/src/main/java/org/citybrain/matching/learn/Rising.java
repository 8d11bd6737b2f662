package org.citybrain.matching.learn;

/** Makes weights rise with the level: neighbours that fall are pooled, each with the mass that it rests on. */
final class Rising {
    private Rising() {}

    static void make(double[] weights, double[] mass) {
        int size = weights.length;
        double[] means = new double[size];
        double[] sums = new double[size];
        int[] starts = new int[size + 1];
        int pools = 0;
        for (int level = 1; level < size; level++) {
            means[pools] = weights[level];
            sums[pools] = mass[level] + 1e-6;
            starts[pools++] = level;
            while (pools > 1 && means[pools - 2] > means[pools - 1]) {
                double sum = sums[pools - 2] + sums[pools - 1];
                means[pools - 2] = (means[pools - 2] * sums[pools - 2] + means[pools - 1] * sums[pools - 1]) / sum;
                sums[pools - 2] = sum;
                pools--;
            }
        }
        starts[pools] = size;
        for (int pool = 0; pool < pools; pool++) {
            for (int level = starts[pool]; level < starts[pool + 1]; level++) {
                weights[level] = means[pool];
            }
        }
    }
}
