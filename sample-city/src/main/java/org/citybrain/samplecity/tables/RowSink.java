package org.citybrain.samplecity.tables;

import org.jspecify.annotations.Nullable;

/** Takes rows as a department holds them. */
@FunctionalInterface
public interface RowSink {
    /**
     * One row.
     *
     * @param table where it belongs
     * @param values canonical text of each column in table order, null for no value
     */
    void row(CityTable table, @Nullable String... values);

    /** One row together with whom it truly is about, for those who want to know. */
    default void row(CityTable table, Subject subject, @Nullable String... values) {
        row(table, values);
    }
}
