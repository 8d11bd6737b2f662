package org.citybrain.launcher.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.home.DiskRoom;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.home.HomeLock;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.home.Ports;
import org.citybrain.launcher.mariadb.MariaDbServer;
import org.citybrain.launcher.postgres.PostgresBinaries;
import org.citybrain.launcher.postgres.PostgresServer;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.supervise.Orphans;
import org.citybrain.launcher.supervise.Spawner;
import org.citybrain.launcher.supervise.Supervisor;

/** The running city of one home. Closing it stops everything, in order; closing twice does nothing. */
public final class City implements AutoCloseable {

    private static final long LEAST_MEBIBYTES = 3_000;
    private static final long LEAST_TEMPORARY_MEBIBYTES = 1_500;
    private static final String SEEDED = "seeded";
    private static final String REGISTERED = "registered";
    private static final double DEMO_RATE = 5;
    private static final double DEMO_TASK_SHARE = 0.01;
    private static final Map<String, String> PORTS = Map.of(
            "pg.port", "平台数据库 platform database",
            "dept.pg.port", "部门数据库 department databases",
            "platform.port", "平台 platform",
            "engines.health.port", "引擎 engines",
            "kafka.controller.port", "Kafka");

    private final Path home;
    private final HomeLock lock;
    private final HomeConfig config;
    private final Children children;
    private final Supervisor supervisor;
    private final Terminal terminal;
    private final PostgresServer departments;
    private final PostgresServer platformDatabase;
    private final Optional<MariaDbServer> mariaDb;
    private volatile boolean outlets;

    private City(Path home, HomeLock lock, HomeConfig config, Path repository, Terminal terminal) {
        this.home = home;
        this.lock = lock;
        this.config = config;
        this.terminal = terminal;
        this.children = new Children(home, config, new Programs(repository, HomeFile.of(home), config));
        this.supervisor = new Supervisor(new Spawner(home), terminal);
        PostgresBinaries binaries = PostgresBinaries.unpackInto(home.resolve("programs"));
        this.platformDatabase = children.platformDatabase(binaries);
        this.departments = children.departmentDatabases(binaries);
        this.mariaDb = children.mariaDb();
    }

    /** Takes the home's lock, clears away what an earlier launcher left, and chooses or reads the settings. */
    public static City open(Path home, HomeWishes wishes, Terminal terminal) {
        createFolder(home);
        DiskRoom.require(home, wishes.knownPorts() ? LEAST_MEBIBYTES : LEAST_TEMPORARY_MEBIBYTES);
        HomeLock lock = HomeLock.take(home);
        Orphans.end(home, terminal);
        HomeConfig config = HomeFile.openOrCreate(home, wishes);
        requireSameCity(config, wishes);
        City city = new City(home, lock, config, wishes.repository(), terminal);
        city.requireFreePorts();
        return city;
    }

    private static void createFolder(Path home) {
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new PlainFailure(
                    "无法创建运行目录 · cannot create the home " + home + ": " + e.getMessage(),
                    "请检查权限, 或用 --home 另选目录 · check the rights, or choose another folder with --home",
                    e);
        }
    }

    private static void requireSameCity(HomeConfig config, HomeWishes wishes) {
        boolean sampleCity = config.isOn("sample.city");
        if (sampleCity != wishes.sampleCity()) {
            throw new PlainFailure(
                    sampleCity
                            ? "此运行目录属于样例城市 · this home holds the sample city"
                            : "此运行目录没有样例城市 · this home was made without the sample city",
                    (sampleCity ? "bin/cb demo" : "bin/cb run")
                            + ", 或用 --home 另选目录 · or choose another folder with --home");
        }
    }

    private void requireFreePorts() {
        String file = HomeFile.of(home).toString();
        PORTS.forEach((key, purpose) -> Ports.requireFree(config.getInt(key), purpose, key, file));
        mariaDb.ifPresent(server -> Ports.requireFree(server.port(), server.title(), "dept.mariadb.port", file));
        Ports.requireFree(portOf("kafka.bootstrap"), "Kafka", "kafka.bootstrap", file);
        Ports.requireFree(portOf("flink.rest"), "Flink", "flink.rest", file);
        for (String gateway : children.gatewayNames()) {
            String key = "gateway." + gateway + ".health.port";
            Ports.requireFree(config.getInt(key), "前置机 " + gateway, key, file);
        }
    }

    private int portOf(String key) {
        String address = config.get(key);
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Starts everything up to and including the gateways; the life clock is started by {@link #live}. Outlets run without it. */
    public void start() {
        startWith(this::serveOutlets);
    }

    /** Starts everything and lets the sample city live at the pace of a demonstration. */
    public void startAndLive() {
        startWith(this::live);
    }

    private void startWith(Runnable besideGateways) {
        Together.run(
                () -> supervisor.start(platformDatabase.prepare()),
                () -> supervisor.start(departments.prepare()),
                () -> mariaDb.ifPresent(server -> supervisor.start(server.prepare())));
        platformDatabase.ensureDatabase("citybrain", config.get("pg.user"), config.get("pg.password"));
        Together.run(
                () -> supervisor.start(children.engines()), () -> supervisor.start(children.platform()), this::seed);
        register();
        List<Runnable> last = new ArrayList<>();
        children.gatewayNames().forEach(name -> last.add(() -> supervisor.start(children.gateway(name))));
        last.add(besideGateways);
        Together.run(last.toArray(Runnable[]::new));
    }

    /** Enters the resources into the catalogue before the first rows come, and again when their declarations may have changed. */
    private void register() {
        if (!config.isOn("sample.city")) {
            return;
        }
        String declared = children.declarations();
        if (!declared.equals(noted(REGISTERED))) {
            supervisor.runOnce("register", "登记数据资源 resources into the catalogue", children.sampleCity("register"));
            note(REGISTERED, declared);
        }
    }

    /** Raises the sample city once; a broken-off load is taken up again. */
    private void seed() {
        if (!config.isOn("sample.city") || Files.exists(home.resolve(SEEDED))) {
            return;
        }
        supervisor.runOnce(
                "seed", "样例城市 " + config.get("city.residents") + " 人 residents", children.sampleCity("seed"));
        note(SEEDED, "");
    }

    private String noted(String step) {
        try {
            Path file = home.resolve(step);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read in " + home + " what was noted of the step: " + step, e);
        }
    }

    private void note(String step, String of) {
        try {
            Files.writeString(home.resolve(step), of);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note in " + home + " that the step is done: " + step, e);
        }
    }

    private void serveOutlets() {
        if (children.hasOutlets()) {
            supervisor.start(children.outlets());
            outlets = true;
        }
    }

    /** Lets the sample city live at the pace of a demonstration. */
    public void live() {
        live(DEMO_RATE, DEMO_TASK_SHARE);
    }

    /** Lets the sample city live: changes per machine second, and the share of them that raise a task. */
    public void live(double rate, double taskShare) {
        if (config.isOn("sample.city")) {
            supervisor.start(children.life(rate, taskShare, !outlets));
        }
    }

    public Path home() {
        return home;
    }

    public HomeConfig config() {
        return config;
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    public Children children() {
        return children;
    }

    public Terminal terminal() {
        return terminal;
    }

    /** The department-side server, with its administrator's door. */
    public PostgresServer departments() {
        return departments;
    }

    /** The MariaDB server of the departments, where one of them runs on it. */
    public Optional<MariaDbServer> mariaDb() {
        return mariaDb;
    }

    public PostgresServer platformDatabase() {
        return platformDatabase;
    }

    /** Gateways' names. */
    public List<String> gateways() {
        return children.gatewayNames();
    }

    @Override
    public void close() {
        supervisor.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give back the lock of " + home, e);
        }
    }
}
