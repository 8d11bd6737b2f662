package org.citybrain.samplecity.population;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated membership of a household.
 *
 * @param resident who
 * @param relation to the head, in Chinese as registered (户主, 配偶, 子, 女, 父, 母)
 * @param joinedOn since when
 * @param leftOn until when, null while a member
 */
public record Member(
        Resident resident,
        String relation,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn) {
    /** Whether he lives and belongs to the household now. */
    public boolean isPresent() {
        return leftOn == null;
    }

    /** Whether his register entry is kept with this household: present, or dead as its member. */
    public boolean isRegisteredHere() {
        return leftOn == null || resident.diedOn() != null;
    }
}
