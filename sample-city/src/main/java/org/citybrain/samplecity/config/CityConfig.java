package org.citybrain.samplecity.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.DepartmentSystem;

/** What the sample city needs of the home's configuration. */
public final class CityConfig {
    /** With fewer people there is nobody for some of the stories. */
    public static final int FEWEST_RESIDENTS = 200;

    private static final String MARIADB = "jdbc:mariadb:";
    private final HomeConfig home;

    private CityConfig(HomeConfig home) {
        this.home = home;
    }

    /** Reads through to the home's configuration. */
    public static CityConfig of(HomeConfig home) {
        return new CityConfig(home);
    }

    /**
     * Where and as whom to reach a database.
     *
     * @param url JDBC address
     * @param user database user
     * @param password its password
     */
    public record Access(String url, String user, String password) {
        /** A connection on which any parameter may be given as text: the server knows the columns' types. */
        public Connection open() throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            if (system() == DepartmentSystem.MARIADB) {
                properties.setProperty("sslMode", "disable");
                properties.setProperty("allowLocalInfile", "true");
                // as old systems run: a date of zeros is let in
                properties.setProperty("sessionVariables", "sql_mode='STRICT_TRANS_TABLES'");
            } else {
                properties.setProperty("stringtype", "unspecified");
            }
            return DriverManager.getConnection(url, properties);
        }

        /** What answers at the address. */
        public DepartmentSystem system() {
            return url.startsWith(MARIADB) ? DepartmentSystem.MARIADB : DepartmentSystem.POSTGRESQL;
        }

        /** Never prints the password. */
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * The departments that the sample city raises: {@code city.departments}; without it, all for which there are credentials.
     *
     * @throws ConfigException when one of the list is not known
     */
    public List<String> departments() {
        List<String> wished = home.find("city.departments").isPresent()
                ? home.getList("city.departments")
                : CityTables.DEPARTMENTS.stream()
                        .filter(d -> home.find("dept." + d + ".user").isPresent())
                        .toList();
        for (String department : wished) {
            if (!CityTables.DEPARTMENTS.contains(department)) {
                throw new ConfigException("'city.departments' names " + department + ", which is none of "
                        + String.join(", ", CityTables.DEPARTMENTS) + ".");
            }
        }
        for (String department : CityTables.STORY_DEPARTMENTS) {
            if (!wished.contains(department)) {
                throw new ConfigException("'city.departments' must name " + department + ": the city lives in it.");
            }
        }
        return CityTables.DEPARTMENTS.stream().filter(wished::contains).toList();
    }

    /** The department's own database, as its owner. */
    public Access department(String department) {
        String prefix = "dept." + department + ".";
        String database = home.get(prefix + "db", department);
        boolean mariaDb = home.get(prefix + "system", "postgresql").equals("mariadb");
        return new Access(
                mariaDb ? mariaDbUrl(database) : url(database),
                home.get(prefix + "user"),
                home.get(prefix + "password"));
    }

    /**
     * An interface that a department offers.
     *
     * @param url beginning of its addresses
     * @param secret never printed
     * @param description file in which the gateway reads how it is spoken to
     */
    public record Door(String url, String client, String secret, Path description) {
        @Override
        public String toString() {
            return url;
        }
    }

    /** Where a department puts its files, if it delivers files. */
    public Optional<Path> outbox(String department) {
        return home.find("dept." + department + ".outbox").map(Path::of);
    }

    /** The interface that a department offers, if it offers one. */
    public Optional<Door> door(String department) {
        String prefix = "dept." + department + ".http.";
        return home.find(prefix + "url")
                .map(url -> new Door(
                        url,
                        home.get(prefix + "client"),
                        home.get(prefix + "secret"),
                        home.getPath(prefix + "source")));
    }

    /** Whether a gateway serves the department's PostgreSQL database from the home's configuration. */
    public boolean serves(String department) {
        return home.find("dept." + department + ".user").isPresent()
                && CityTables.DEPARTMENTS.contains(department)
                && CityTables.system(department) == DepartmentSystem.POSTGRESQL;
    }

    /** A further database on the department-side server, owned by a user of the same name. */
    public Access extra(String name, String password) {
        return new Access(url(name), name, password);
    }

    /** Where the first gateway takes in sources while it runs. */
    public String gatewayUrl() {
        return home.startingWith("gateway.").entrySet().stream()
                .filter(setting -> setting.getKey().endsWith(".health.port"))
                .map(setting -> "http://127.0.0.1:" + setting.getValue())
                .findFirst()
                .orElseThrow(() -> new ConfigException("The configuration names no gateway."));
    }

    /** Host and port of the department-side server. */
    public String departmentHost() {
        return home.get("dept.pg.host", "127.0.0.1");
    }

    /** Its port. */
    public int departmentPort() {
        return home.getInt("dept.pg.port");
    }

    /** The name of the department's database. */
    public String database(String department) {
        return home.get("dept." + department + ".db", department);
    }

    /** The department-side server, as its administrator; used to raise the databases only. */
    public Access administrator() {
        return new Access(
                url("postgres"), home.get("dept.pg.admin.user", "postgres"), home.get("dept.pg.admin.password", ""));
    }

    /** The MariaDB server of the departments that run on it, as its administrator; used to raise the databases only. */
    public Access mariaDbAdministrator() {
        return new Access(
                mariaDbUrl(""),
                home.get("dept.mariadb.admin.user", "root"),
                home.get("dept.mariadb.admin.password", ""));
    }

    private String mariaDbUrl(String database) {
        return MARIADB + "//" + home.get("dept.mariadb.host", "127.0.0.1") + ":" + home.getInt("dept.mariadb.port")
                + "/" + database;
    }

    private String url(String database) {
        return "jdbc:postgresql://" + home.get("dept.pg.host", "127.0.0.1") + ":" + home.getInt("dept.pg.port") + "/"
                + database;
    }

    /** Where truth files go. */
    public Path truth() {
        return home.getPath("home").resolve("truth");
    }

    /** The city's code, e.g. 3609. */
    public String cityCode() {
        return home.get("city.node", "3609");
    }

    /** The seed of all chance. */
    public long seed() {
        return home.getInt("city.seed", 42);
    }

    /** How many people live in the city. */
    public int residents() {
        int residents = home.getInt("city.residents", 100_000);
        if (residents < FEWEST_RESIDENTS) {
            throw new ConfigException("city.residents 不少于 " + FEWEST_RESIDENTS + "，而不是 " + residents
                    + " · city.residents must be at least " + FEWEST_RESIDENTS + ", but is " + residents + ".");
        }
        return residents;
    }

    /** City time at the first start. */
    public OffsetDateTime start() {
        return OffsetDateTime.parse(home.get("city.start", "2026-11-01T08:00:00+08:00"));
    }

    /** City seconds per machine second when the platform cannot be asked. */
    public int speed() {
        return home.getInt("city.speed", 1440);
    }

    /** The day on which city time starts; what is seeded happened before it. */
    public LocalDate startDay() {
        return start().toLocalDate();
    }

    /** The folder of shared data where it is present. */
    public Optional<Path> shared() {
        return home.find("shared.dir").map(Path::of).filter(Files::isDirectory);
    }

    /** The platform's address. */
    public String platformUrl() {
        return home.get("platform.url");
    }

    /** The token with which machines speak to the platform. */
    public String machineToken() {
        return home.get("platform.machine.token");
    }
}
