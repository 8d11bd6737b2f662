package org.citybrain.samplecity.office;

import java.util.List;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Staff;
import org.citybrain.samplecity.belongings.Vehicle;
import org.citybrain.samplecity.tables.RowSink;

/** A department's office that keeps some of its tables. Running numbers make it good for one walk only. */
interface Office {
    /** Writes what does not depend on anybody, such as schools and bus lines. */
    default void open(RowSink sink) {}

    /** Writes one household's rows. */
    void write(Belongings belongings, RowSink sink);

    /** Writes an employer's rows, after the last household. */
    default void employer(Staff staff, List<Vehicle> fleet, RowSink sink) {}

    /** Writes what else is known only after the last household. */
    default void close(RowSink sink) {}
}
