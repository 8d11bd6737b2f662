package org.citybrain.platform.economy;

import java.util.List;

/** The door to the city's economic series. */
public interface Economy {

    /** All declared series, each with its newest closed month; those whose source never came have no points. */
    List<Series> list();

    /**
     * One series with its points, oldest first.
     *
     * @param by month or quarter
     */
    Series read(String code, String by);

    /** Values that were told otherwise before, newest first. */
    List<Revision> revisions(String code);
}
