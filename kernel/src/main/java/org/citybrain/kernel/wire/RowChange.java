package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A standardised change of one row: canonical texts of the needed fields and their opaque companions ({@code <field>_ref}) before and after. op is c, u, d or r (read by the first load).
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RowChange(
        String resource,
        String op,
        String key,
        @Nullable Map<String, @Nullable String> before,
        @Nullable Map<String, @Nullable String> after,
        int lane,
        long sequence,
        int row,
        long sourceTimeMicros,
        long knownTimeMicros) {}
