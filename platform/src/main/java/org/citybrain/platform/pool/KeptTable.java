package org.citybrain.platform.pool;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource's standard layer at one commit: exactly what the batches up to its positions say. */
public interface KeptTable {

    /** By lane the sequence of the last batch that this commit contains. */
    Map<Integer, Long> positions();

    /** Reads all rows, in no order; unmasked: the caller answers for where they go. */
    void read(RowReader to);

    /** Takes rows. */
    interface RowReader {

        /**
         * One row.
         *
         * @param fields names of the fields at the time the row was written
         * @param values the source's own texts, in the fields' order
         * @param sequence of the batch with its last change
         * @param row in that batch
         */
        void row(List<String> fields, List<@Nullable String> values, long sequence, int row);
    }
}
