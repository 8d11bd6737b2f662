package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.population.Member;
import org.citybrain.samplecity.population.Population;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;

/** A small city written down once, with the truth beside it. */
final class RecordedCity implements RowSink {
    static final LocalDate START = LocalDate.of(2026, 11, 1);
    private final Map<String, List<Row>> rows = new HashMap<>();
    final Map<Long, Resident> people = new HashMap<>();
    final Map<Long, Firm> firms = new HashMap<>();

    /** A row by column names, and whom it is about. */
    record Row(Subject subject, CityTable table, String[] values) {
        String get(String column) {
            for (int i = 0; i < values.length; i++) {
                if (table.columns().get(i).name().equals(column)) {
                    return values[i];
                }
            }
            throw new IllegalArgumentException(table.resource() + " has no column " + column);
        }

        LocalDate date(String column) {
            return LocalDate.parse(get(column).substring(0, 10));
        }
    }

    static RecordedCity of(long seed, int residents) {
        RecordedCity city = new RecordedCity();
        walk(seed, residents, city, city::meet, firm -> city.firms.put(firm.number(), firm));
        return city;
    }

    static void walk(long seed, int residents, RowSink sink, Consumer<Livelihood> met, Consumer<Firm> firms) {
        Divisions divisions = Divisions.of("3609", Optional.empty());
        CityRecords records = new CityRecords(seed, START, divisions, firms);
        records.open(sink);
        new Population(seed, residents, START, divisions).forEachRemaining(life -> {
            met.accept(life);
            records.write(life, sink);
        });
        records.close(sink);
    }

    private void meet(Livelihood life) {
        for (Member member : life.household().members()) {
            people.put(member.resident().personNo(), member.resident());
        }
    }

    @Override
    public void row(CityTable table, String... values) {
        throw new IllegalStateException("A row of " + table.resource() + " about nobody knows whom");
    }

    @Override
    public void row(CityTable table, Subject subject, String... values) {
        rows.computeIfAbsent(table.resource(), r -> new ArrayList<>()).add(new Row(subject, table, values));
    }

    List<Row> rows(String resource) {
        return rows.getOrDefault(resource, List.of());
    }

    List<Row> all() {
        return rows.values().stream().flatMap(List::stream).toList();
    }
}
