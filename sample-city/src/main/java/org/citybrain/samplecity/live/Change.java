package org.citybrain.samplecity.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One small transaction on one department's database.
 *
 * @param id running number of this run, from 1
 * @param department whose database
 * @param kind what happened, for the tally (bill, birth, move …)
 * @param statements in order; several are one transaction
 * @param raise set when this change newly pushes a household over the line
 */
record Change(
        long id,
        String department,
        String kind,
        List<Statement> statements,
        @Nullable Raise raise) {
    Change {
        statements = List.copyOf(statements);
    }

    /** SQL with its parameters as text; null is no value. */
    record Statement(String sql, @Nullable String[] values) {
        static Statement of(String sql, @Nullable String... values) {
            return new Statement(sql, values);
        }
    }

    /**
     * What must be found of it.
     *
     * @param household household number
     * @param settlement settlement number
     * @param selfPaidCents the household's self-paid sum of the year with this bill
     * @param incomeCents its income of the year before
     */
    record Raise(String household, long settlement, long selfPaidCents, long incomeCents) {}
}
