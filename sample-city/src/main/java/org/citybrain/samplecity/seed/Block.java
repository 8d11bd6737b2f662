package org.citybrain.samplecity.seed;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.RowSink;
import org.jspecify.annotations.Nullable;

/** Rows of some hundred households, table by table; those of departments that are not raised are left out. */
final class Block implements RowSink {
    /** By identity: tables are single objects, and comparing their columns for every row would take long. */
    private final Map<CityTable, CopyText> texts = new IdentityHashMap<>();

    private long rows;

    /** An empty block that takes the rows of the departments. */
    Block(Collection<String> departments) {
        departments.stream()
                .flatMap(department -> CityTables.of(department).stream())
                .forEach(table -> texts.put(table, new CopyText()));
    }

    @Override
    public void row(CityTable table, @Nullable String... values) {
        CopyText text = texts.get(table);
        if (text != null) {
            text.row(values);
            rows++;
        }
    }

    /** The rows of a table of its departments. */
    CopyText text(CityTable table) {
        CopyText text = texts.get(table);
        if (text == null) {
            throw new IllegalArgumentException("Not a table of this block: " + table.resource());
        }
        return text;
    }

    /** Rows of all tables. */
    long rows() {
        return rows;
    }
}
