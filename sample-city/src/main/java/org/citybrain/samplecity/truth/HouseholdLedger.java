package org.citybrain.samplecity.truth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.RowSink;
import org.jspecify.annotations.Nullable;

/**
 * Reads one household's rows as the departments hold them and computes its burden: rows belong to a member when their
 * identity number, 15 digits made 18, is his; rows with a broken or missing number belong to nobody.
 */
public final class HouseholdLedger implements RowSink {
    private final Map<String, LocalDate> births = new HashMap<>();
    private final List<Person> members = new ArrayList<>();
    private final Map<String, Person> byId = new HashMap<>();

    private static final class Person {
        private final LocalDate birth;
        private final Map<Integer, Long> income = new HashMap<>();
        private final Map<Integer, Long> selfPaid = new HashMap<>();

        private Person(LocalDate birth) {
            this.birth = birth;
        }
    }

    @Override
    public void row(CityTable table, @Nullable String... values) {
        Row row = new Row(table, values);
        if (table == CityTables.PERSON) {
            births.put(row.get("person_no"), LocalDate.parse(row.get("birth_date")));
        } else if (table == CityTables.MEMBER) {
            join(row);
        } else if (table == CityTables.SETTLEMENT && row.get("status").equals("SETTLED")) {
            add(row, "self_paid", LocalDate.parse(row.get("settled_on")).getYear());
        } else if (table == CityTables.WAGE || table == CityTables.PENSION || table == CityTables.TRANSFER) {
            add(row, "amount", Integer.parseInt(row.get("year")));
        }
    }

    private void join(Row row) {
        LocalDate birth = births.get(row.get("person_no"));
        if (row.find("left_on") != null || birth == null) {
            return;
        }
        Person person = new Person(birth);
        members.add(person);
        String id = standard(row.find("id_number"));
        if (id != null) {
            byId.put(id, person);
        }
    }

    private void add(Row row, String amountColumn, int year) {
        String id = standard(row.find("id_number"));
        Person person = id == null ? null : byId.get(id);
        if (person != null) {
            long cents = new BigDecimal(row.get(amountColumn)).movePointRight(2).longValueExact();
            Map<Integer, Long> sums = amountColumn.equals("amount") ? person.income : person.selfPaid;
            sums.merge(year, cents, Long::sum);
        }
    }

    private static @Nullable String standard(@Nullable String id) {
        if (id == null) {
            return null;
        }
        String standard = IdentityNumber.standardise(id);
        return IdentityNumber.problemOf(standard).isEmpty() ? standard : null;
    }

    /** The burden of a calendar year, from the rows read so far. */
    public Burden burden(String household, int period) {
        long selfPaid = 0;
        long income = 0;
        boolean known = true;
        for (Person person : members) {
            selfPaid += person.selfPaid.getOrDefault(period, 0L);
            Long earned = person.income.get(period - 1);
            boolean adult = period - 1 - person.birth.getYear() >= 18;
            known &= earned != null || !adult;
            income += earned == null ? 0 : earned;
        }
        return new Burden(household, period, selfPaid, known ? OptionalLong.of(income) : OptionalLong.empty());
    }

    /** A row read by column names. */
    private record Row(CityTable table, @Nullable String[] values) {
        @Nullable
        String find(String column) {
            for (int i = 0; i < values.length; i++) {
                if (table.columns().get(i).name().equals(column)) {
                    return values[i];
                }
            }
            throw new IllegalArgumentException(table.resource() + " has no column " + column);
        }

        String get(String column) {
            String value = find(column);
            if (value == null) {
                throw new IllegalArgumentException(table.resource() + "." + column + " is null");
            }
            return value;
        }
    }
}
