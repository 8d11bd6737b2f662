package org.citybrain.samplecity.tables;

import java.util.Locale;

/** On what a department keeps its tables and how CityBrain reaches them. */
public enum DepartmentSystem {
    /** A PostgreSQL database: the default. */
    POSTGRESQL,
    /** A MariaDB database. */
    MARIADB,
    /** Files laid into a folder. */
    FOLDER,
    /** Nothing but an HTTP interface. */
    HTTP;

    /**
     * The system of a word in a department's file.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static DepartmentSystem of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
