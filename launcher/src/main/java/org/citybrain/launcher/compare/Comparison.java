package org.citybrain.launcher.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.supervise.Pause;

/** Compares all tables of the sample departments with the pool. */
public record Comparison(City city) {

    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private record Table(SourceRows source, String name) {}

    /** Compares until nothing differs or the time is over; the last look is returned, one entry for each table. */
    public List<Difference> await(Duration limit) {
        return await(limit, tables(departments()));
    }

    /** The same for the tables of one department. */
    public List<Difference> await(Duration limit, String department) {
        return await(limit, tables(List.of(department)));
    }

    private List<Difference> await(Duration limit, Map<String, Table> tables) {
        long deadline = System.nanoTime() + limit.toNanos();
        Map<String, Table> open = new TreeMap<>(tables);
        Map<String, Difference> done = new TreeMap<>();
        while (true) {
            Map<String, List<String>> pool = new PoolRows(city).read(open.keySet());
            open.forEach((resource, table) -> done.put(
                    resource,
                    Difference.of(
                            resource, table.source().read(table.name()), pool.getOrDefault(resource, List.of()))));
            open.keySet().removeIf(resource -> done.get(resource) instanceof Difference found && found.isNone());
            if (open.isEmpty() || System.nanoTime() > deadline) {
                return new ArrayList<>(done.values());
            }
            Pause.of(BETWEEN);
        }
    }

    private Map<String, Table> tables(List<String> departments) {
        Map<String, Table> tables = new TreeMap<>();
        for (String department : departments) {
            SourceRows source = new SourceRows(DepartmentDatabase.of(city.config(), department));
            source.tables().forEach(name -> tables.put(department + "." + name, new Table(source, name)));
        }
        return tables;
    }

    private List<String> departments() {
        return city.gateways().stream()
                .flatMap(gateway -> city.config().getList("gateway." + gateway + ".departments").stream())
                .filter(department ->
                        city.config().find("dept." + department + ".db").isPresent())
                .toList();
    }
}
