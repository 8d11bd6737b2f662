package org.citybrain.launcher.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.supervise.Pause;

/** Compares all tables of the sample departments with the pool. */
public record Comparison(City city) {

    private static final Duration BETWEEN = Duration.ofSeconds(3);

    /** Compares until nothing differs or the time is over; the last look is returned, one entry for each table. */
    public List<Difference> await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<Difference> done = new ArrayList<>();
        for (String department : departments()) {
            SourceRows source = new SourceRows(DepartmentDatabase.of(city.config(), department));
            for (String table : source.tables()) {
                done.add(await(source, department + "." + table, table, deadline));
            }
        }
        return done;
    }

    private Difference await(SourceRows source, String resource, String table, long deadline) {
        while (true) {
            Difference difference = Difference.of(resource, source.read(table), new PoolRows(city).read(resource));
            if (difference.isNone() || System.nanoTime() > deadline) {
                return difference;
            }
            Pause.of(BETWEEN);
        }
    }

    private List<String> departments() {
        return city.gateways().stream()
                .flatMap(gateway -> city.config().getList("gateway." + gateway + ".departments").stream())
                .filter(department ->
                        city.config().find("dept." + department + ".db").isPresent())
                .toList();
    }
}
