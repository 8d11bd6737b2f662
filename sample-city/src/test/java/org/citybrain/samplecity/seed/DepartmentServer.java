package org.citybrain.samplecity.seed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;

/** A throw-away department-side PostgreSQL and a configuration that points at it. */
public final class DepartmentServer implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    public DepartmentServer() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("wal_level", "logical")
                .start();
    }

    public CityConfig config(Path home, int residents) {
        return CityConfig.of(settings(home, residents));
    }

    public HomeConfig settings(Path home, int residents) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "home", home.toString(),
                "dept.pg.host", "127.0.0.1",
                "dept.pg.port", String.valueOf(postgres.getPort()),
                "dept.pg.admin.user", "postgres",
                "dept.pg.admin.password", "postgres",
                "city.residents", String.valueOf(residents),
                "platform.url", "http://127.0.0.1:9",
                "platform.machine.token", "token"));
        for (String department : CityTables.DEPARTMENTS) {
            values.put("dept." + department + ".user", department + "_owner");
            values.put("dept." + department + ".password", "pw'" + department);
        }
        return HomeConfig.of(values);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
