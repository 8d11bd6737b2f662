package org.citybrain.streaming.rows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * Numbers equal rows of a table without a key, so that the pool can hold each of them and a deletion takes away exactly
 * one: the n-th equal row gets n, a deletion takes the highest.
 */
public final class Occurrences {
    private static final int DIGEST_LENGTH = 16;

    private final MapState<String, Integer> counts;
    private final Sm3 sm3 = new Sm3();

    /** @param counts how many equal rows there are now, by digest; of one lane */
    public Occurrences(MapState<String, Integer> counts) {
        this.counts = counts;
    }

    /** Two numbers per row of the batch: of the row before and of the row after, 0 where there is none. */
    public int[] of(SignedBatch batch, SchemaVersion schema) throws Exception {
        int[] numbers = new int[batch.records().size() * 2];
        for (int i = 0; i < batch.records().size(); i++) {
            ChangeRecord change;
            try {
                change = ChangeRecord.decode(batch.records().get(i));
            } catch (org.citybrain.kernel.batch.MalformedBatchException e) {
                continue;
            }
            if (change.before() != null) {
                numbers[2 * i] = take(digest(sm3, schema, change.before()));
            }
            if (change.after() != null) {
                numbers[2 * i + 1] = add(digest(sm3, schema, change.after()));
            }
        }
        return numbers;
    }

    /** Digest of a row's values by field name; a field that was added later and is null does not change it. */
    public static String digest(Sm3 sm3, SchemaVersion schema, List<@Nullable String> row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(row.size(), schema.fields().size()); i++) {
            String value = row.get(i);
            if (value != null) {
                text.append(schema.fields().get(i).name())
                        .append('\u001f')
                        .append(value.length())
                        .append('\u001f')
                        .append(value);
            }
        }
        return HexFormat.of().formatHex(Arrays.copyOf(sm3.of(Sm3.utf8(text.toString())), DIGEST_LENGTH));
    }

    private int add(String digest) throws Exception {
        Integer count = counts.get(digest);
        int next = (count == null ? 0 : count) + 1;
        counts.put(digest, next);
        return next;
    }

    private int take(String digest) throws Exception {
        Integer count = counts.get(digest);
        if (count == null) {
            return 0;
        }
        if (count == 1) {
            counts.remove(digest);
        } else {
            counts.put(digest, count - 1);
        }
        return count;
    }
}
