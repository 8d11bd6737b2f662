package org.citybrain.samplecity.tables;

import org.citybrain.samplecity.population.Resident;

/**
 * Whom a row truly is about, however badly it says so: what matching must find again.
 *
 * @param kind person, firm or neither
 * @param number person number or firm number; 0 for neither
 */
public record Subject(Kind kind, long number) {
    /** A row about nobody, such as a parcel or a bus line. */
    public static final Subject NOBODY = new Subject(Kind.NOBODY, 0);

    /** Kinds of subjects. */
    public enum Kind {
        PERSON,
        FIRM,
        NOBODY
    }

    /** A person. */
    public static Subject of(Resident resident) {
        return new Subject(Kind.PERSON, resident.personNo());
    }

    /** A firm of a running number. */
    public static Subject firm(long number) {
        return new Subject(Kind.FIRM, number);
    }
}
