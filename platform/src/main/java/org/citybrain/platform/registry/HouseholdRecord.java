package org.citybrain.platform.registry;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.region.Region;
import org.jspecify.annotations.Nullable;

/** A household with its dated members, names masked. */
public record HouseholdRecord(
        String ref, Bilingual kind, @Nullable Region place, List<HouseholdMember> members) {
    public HouseholdRecord {
        members = List.copyOf(members);
    }

    /**
     * A member.
     *
     * @param ref opaque id, null when the source's identity number is missing or wrong
     */
    public record HouseholdMember(
            @Nullable String ref,
            String maskedName,
            Bilingual relation,
            Bilingual kind,
            @Nullable String from,
            @Nullable String to,
            String receipt) {}
}
