package org.citybrain.platform.registry;

/** How the columns of public credit records are shown and set right: as the golden fields that they tell. */
public interface CreditFields {

    /** A source's value masked as its field is; of a column that no field tells, nothing. */
    String masked(String resource, String column, String value);

    /** What is wanted of a column in its field's standard form; refused when it does not fit it. */
    String standard(String resource, String column, String wanted);

    /** For what and on which basis credit records are declared to be read. */
    ReadReason reason();
}
