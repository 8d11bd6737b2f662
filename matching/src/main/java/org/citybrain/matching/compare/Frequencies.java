package org.citybrain.matching.compare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.citybrain.matching.columns.Dictionary;

/**
 * How often each text of a dictionary stood in the records when the model was learnt. Saved ones know texts by their
 * hashes alone, and only those of more than two records: a rarer one counts as seen twice anyway.
 */
public final class Frequencies {
    private static final int RARE = 2;

    private final Dictionary dictionary;
    /** By the text's number, for those that the dictionary held when the model was learnt here. */
    private final int[] counts;

    private final long[] hashes;
    private final int[] countsByHash;
    private final double total;

    private Frequencies(Dictionary dictionary, int[] counts, long[] hashes, int[] countsByHash, double total) {
        this.dictionary = dictionary;
        this.counts = counts;
        this.hashes = hashes;
        this.countsByHash = countsByHash;
        this.total = total;
    }

    /** What the dictionary counts now; later changes do not show. */
    public static Frequencies of(Dictionary dictionary, int records) {
        int[] counts = new int[dictionary.size()];
        for (int code = 0; code < counts.length; code++) {
            counts[code] = dictionary.count(code);
        }
        return new Frequencies(dictionary, counts, new long[0], new int[0], Math.max(1, records - counts[0]));
    }

    /** The share of records that hold the text; one never seen counts as seen twice. */
    public double share(int code) {
        return Math.max(RARE, count(code)) / total;
    }

    private int count(int code) {
        if (code < counts.length) {
            return counts[code];
        }
        if (hashes.length == 0) {
            return 0;
        }
        int at = Arrays.binarySearch(hashes, dictionary.hash(code));
        return at < 0 ? 0 : countsByHash[at];
    }

    /** The same counts for the texts of another dictionary; only for saved ones. */
    Frequencies on(Dictionary other) {
        return new Frequencies(other, counts, hashes, countsByHash, total);
    }

    void write(DataOutput out) throws IOException {
        int[] codes = java.util.stream.IntStream.range(1, counts.length)
                .filter(code -> counts[code] > RARE)
                .boxed()
                .sorted((p, q) -> Long.compare(dictionary.hash(p), dictionary.hash(q)))
                .mapToInt(code -> code)
                .toArray();
        out.writeDouble(total);
        out.writeInt(codes.length + hashes.length);
        for (int code : codes) {
            out.writeLong(dictionary.hash(code));
            out.writeInt(counts[code]);
        }
        for (int i = 0; i < hashes.length; i++) {
            out.writeLong(hashes[i]);
            out.writeInt(countsByHash[i]);
        }
    }

    static Frequencies read(DataInput in, Dictionary dictionary) throws IOException {
        double total = in.readDouble();
        int size = in.readInt();
        long[] hashes = new long[size];
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = in.readLong();
            counts[i] = in.readInt();
        }
        return new Frequencies(dictionary, new int[0], hashes, counts, total);
    }
}
