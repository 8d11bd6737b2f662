package org.citybrain.platform.registry;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * A person's golden record as one reader may see it.
 *
 * @param ref opaque id
 * @param records the source rows it is made of
 * @param place village, to which the reader's region must reach; null when no source tells it
 */
public record PersonRecord(
        String ref,
        String maskedName,
        String maskedId,
        @Nullable Region place,
        List<GoldenField> fields,
        List<Membership> households,
        List<SourceRecord> records) {
    public PersonRecord {
        fields = List.copyOf(fields);
        households = List.copyOf(households);
        records = List.copyOf(records);
    }

    /**
     * A dated membership (seam 15).
     *
     * @param ref opaque id of the household
     * @param to null while it lasts
     */
    public record Membership(
            String ref,
            Bilingual kind,
            Bilingual relation,
            @Nullable Region place,
            @Nullable String from,
            @Nullable String to,
            String receipt) {}
}
