package org.citybrain.gateway.folder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in what a file holds, row by row. */
interface Taker {
    /** The columns' names; false when no rows are wanted. */
    boolean columns(List<String> names);

    /**
     * A good row.
     *
     * @param line where it begins
     * @param values one for each column, empty where the file has none
     */
    void row(int line, List<String> values);

    /**
     * A row that was set aside, with a finding.
     *
     * @param values as far as they can be read, null for the others; empty when not even the columns are sure
     */
    void bad(int line, List<@Nullable String> values);
}
