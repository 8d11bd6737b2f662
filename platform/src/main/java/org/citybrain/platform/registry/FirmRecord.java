package org.citybrain.platform.registry;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * A firm's golden record.
 *
 * @param ref opaque id
 * @param people who runs or holds it, by each source that tells so
 * @param records the source rows it is made of
 */
public record FirmRecord(
        String ref,
        String name,
        String creditCode,
        @Nullable Region place,
        List<GoldenField> fields,
        List<Position> people,
        List<SourceRecord> records) {
    public FirmRecord {
        fields = List.copyOf(fields);
        people = List.copyOf(people);
        records = List.copyOf(records);
    }

    /**
     * A person's position in a firm.
     *
     * @param ref opaque id of the person; null when the source has no valid number
     * @param name masked unless the reader asked and may
     * @param detail such as a share; null when the source tells none
     */
    public record Position(
            Bilingual role,
            @Nullable String ref,
            String name,
            @Nullable String detail,
            @Nullable String from,
            @Nullable String to,
            String receipt) {}
}
