package org.citybrain.streaming.rows;

import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * One row of a batch in standard form.
 *
 * @param row arrival index in the batch
 * @param change as it came, null when it could not be read
 * @param before standard values in field order; null when there was no row before, or it had been set aside
 * @param after standard values in field order; null for a deletion or a row set aside
 * @param findings what is wrong with it
 */
public record StandardRow(
        int row,
        @Nullable ChangeRecord change,
        @Nullable List<@Nullable String> before,
        @Nullable List<@Nullable String> after,
        List<RowFinding> findings) {
    /** Whether it goes on; otherwise it is set aside with its findings. */
    public boolean isGood() {
        return findings.stream().noneMatch(RowFinding::setsAside);
    }
}
