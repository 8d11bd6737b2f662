package org.citybrain.samplecity.seed;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.population.Household;
import org.citybrain.samplecity.population.Member;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;
import org.jspecify.annotations.Nullable;

/** Rows of some hundred households, table by table; those of departments that are not raised are left out. */
final class Block implements RowSink {
    /** By identity: tables are single objects, and comparing their columns for every row would take long. */
    private final Map<CityTable, CopyText> texts = new IdentityHashMap<>();

    private final Map<CityTable, CopyText> truths = new IdentityHashMap<>();
    private final CopyText persons = new CopyText();
    private final CopyText firms = new CopyText();
    private final boolean truthful;
    private long rows;

    /** An empty block that takes the rows of the departments. */
    Block(Collection<String> departments) {
        this(departments, false);
    }

    private Block(Collection<String> departments, boolean truthful) {
        this.truthful = truthful;
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

    /** An empty block of all departments that also keeps whom each row is about. */
    static Block withTruth() {
        Block block = new Block(CityTables.DEPARTMENTS, true);
        CityTables.all().forEach(table -> block.truths.put(table, new CopyText()));
        return block;
    }

    @Override
    public void row(CityTable table, Subject subject, @Nullable String... values) {
        row(table, values);
        if (truthful && subject.kind() != Subject.Kind.NOBODY) {
            String who = (subject.kind() == Subject.Kind.PERSON ? "p" : "f") + subject.number();
            truth(table).row(new @Nullable String[] {values[0], who});
        }
    }

    /** Notes the people of a household as they are: those whose register entry is kept with it. */
    void persons(Household household) {
        for (Member member : household.members()) {
            if (member.isRegisteredHere()) {
                Resident resident = member.resident();
                persons.row(new @Nullable String[] {
                    Long.toString(resident.personNo()),
                    resident.idNumber(),
                    resident.name(),
                    resident.male() ? "1" : "2",
                    resident.birthDate().toString(),
                    resident.diedOn() == null ? null : resident.diedOn().toString(),
                    household.number(),
                    household.village().code()
                });
            }
        }
    }

    /** Notes a firm as it is. */
    void firm(Firm firm) {
        firms.row(new @Nullable String[] {
            Long.toString(firm.number()),
            firm.creditCode(),
            firm.name(),
            firm.kind().word(),
            firm.village().code(),
            firm.foundedOn().toString()
        });
    }

    CopyText persons() {
        return persons;
    }

    CopyText firms() {
        return firms;
    }

    /** Key and subject of a table's rows. */
    CopyText truth(CityTable table) {
        CopyText text = truths.get(table);
        if (text == null) {
            throw new IllegalArgumentException("This block keeps no truth of " + table.resource());
        }
        return text;
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
