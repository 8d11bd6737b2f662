package org.citybrain.samplecity.office;

import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;

/** One table with its running number. */
final class Book {
    private final CityTable table;
    private long last;

    Book(String resource) {
        this.table = CityTables.get(resource);
    }

    CityTable table() {
        return table;
    }

    long next() {
        return ++last;
    }

    /** The number last given. */
    long last() {
        return last;
    }
}
