package org.citybrain.samplecity.live;

import java.util.List;
import org.citybrain.samplecity.tables.CityTable;
import org.jspecify.annotations.Nullable;

/** Something that happens, before it has its number: see {@link Change}. */
record Deed(String department, String kind, List<Change.Statement> statements, Change.@Nullable Raise raise) {
    static Deed of(String department, String kind, Change.Statement... statements) {
        return new Deed(department, kind, List.of(statements), null);
    }

    /** A new row. */
    static Deed insert(String kind, CityTable table, @Nullable String... values) {
        return of(table.department(), kind, Change.Statement.of(table.insert(), values));
    }

    Deed raising(Change.Raise newRaise) {
        return new Deed(department, kind, statements, newRaise);
    }

    Change numbered(long id) {
        return new Change(id, department, kind, statements, raise);
    }
}
