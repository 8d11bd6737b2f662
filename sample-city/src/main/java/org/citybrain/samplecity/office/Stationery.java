package org.citybrain.samplecity.office;

import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.tables.Clerk;
import org.citybrain.samplecity.tables.Mistakes;
import org.citybrain.samplecity.tables.RowSink;

/** A department's pens: each writes with the department's habits and a chance of its own. */
final class Stationery {
    private final String department;
    private final Supplies supplies;
    private final Clerk clerk;
    private final Mistakes mistakes;
    private final String writtenAt;

    Stationery(String department, Supplies supplies) {
        this.department = department;
        this.supplies = supplies;
        this.clerk = new Clerk(department, new Names(), supplies.seed(), supplies.thisYear());
        this.mistakes = new Mistakes(department, supplies.seed());
        this.writtenAt = supplies.startDay().minusDays(1) + " 18:00:00";
    }

    Book book(String table) {
        return new Book(department + "." + table);
    }

    /** A pen for a household; it makes no mistake when the household is planted. */
    Pen pen(Belongings belongings, RowSink sink) {
        long number = Long.parseLong(belongings.life().household().number());
        return pen(
                Dice.of(supplies.seed(), number, department.hashCode()),
                belongings.life().isPlanted(),
                sink);
    }

    /** A pen for reference rows. */
    Pen pen(long about, RowSink sink) {
        return pen(Dice.of(supplies.seed(), about, department.hashCode(), 1), false, sink);
    }

    /** A pen for one matter of a firm: what it writes changes nothing in the rows of other matters. */
    Pen pen(long about, String matter, RowSink sink) {
        return pen(Dice.of(supplies.seed(), about, department.hashCode(), matter.hashCode()), false, sink);
    }

    private Pen pen(Dice dice, boolean clean, RowSink sink) {
        return new Pen(clerk, mistakes, dice, clean, sink, writtenAt);
    }
}
