package org.citybrain.platform.economy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to the city's economic series. */
public interface Economy {

    /** All declared series, each with its newest closed month; those whose source never came have no points. */
    List<Series> list();

    /**
     * One series with its points, oldest first.
     *
     * @param by month or quarter
     * @param asKnown tells what was known then; the month that ran then is not among it. Null for now
     */
    Series read(String code, String by, @Nullable Instant asKnown);

    /** Values that were told otherwise before, newest first. */
    List<Revision> revisions(String code);
}
