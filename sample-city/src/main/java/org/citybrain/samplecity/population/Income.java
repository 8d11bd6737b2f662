package org.citybrain.samplecity.population;

/**
 * What a person got in a year from one source.
 *
 * @param resident whose
 * @param source which department records it
 * @param year of the income
 * @param cents amount in cents; 0 is a recorded nothing
 * @param from employer of a wage, kind of a transfer, empty for a pension
 */
public record Income(Resident resident, Source source, int year, long cents, String from) {
    /** Kinds of income, each a table of its own. */
    public enum Source {
        WAGE,
        PENSION,
        TRANSFER
    }
}
