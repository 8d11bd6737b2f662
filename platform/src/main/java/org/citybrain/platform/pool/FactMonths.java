package org.citybrain.platform.pool;

import java.math.BigDecimal;
import java.util.List;
import org.citybrain.decisions.FactRow;
import org.jspecify.annotations.Nullable;

/** Facts counted and added up by month. The counts are kept with every write of a fact, so asking costs the same at any size. */
public interface FactMonths {

    /**
     * A month of a resource.
     *
     * @param month {@code 2026-09}
     * @param rows living rows whose day lies in it
     * @param sum of the column asked for; nought when none was
     */
    record Month(String month, long rows, BigDecimal sum) {}

    /**
     * From now on keeps the months of a resource. The rows that stand already are counted once, while writers wait; a second
     * call does nothing.
     *
     * @param day column of the day that tells the month
     * @param sum column to add up; null when rows are only counted
     */
    void watch(String resource, String day, @Nullable String sum);

    /**
     * All months that have rows, oldest first; none of what is not watched.
     *
     * @param day column of the day that tells the month
     * @param sum column to add up; null when rows are only counted
     */
    List<Month> months(String resource, String day, @Nullable String sum);

    /** Brings together what was written since the last time, so that asking stays cheap. */
    void fold();

    /** Some rows of some months, by key; unmasked: the caller shows columns that are nobody's. */
    List<FactRow> rowsOf(String resource, String day, List<String> months, int limit);
}
