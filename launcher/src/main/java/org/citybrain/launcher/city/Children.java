package org.citybrain.launcher.city;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.mariadb.MariaDbBinaries;
import org.citybrain.launcher.mariadb.MariaDbServer;
import org.citybrain.launcher.postgres.PostgresBinaries;
import org.citybrain.launcher.postgres.PostgresServer;
import org.citybrain.launcher.supervise.ChildSpec;
import org.citybrain.launcher.supervise.HealthAddress;
import org.citybrain.launcher.supervise.Readiness;

/** The children of one home, each with its command, its sign of being ready and its place in the order of stopping. */
public record Children(Path home, HomeConfig config, Programs programs) {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    // a first end also writes down the loaded classes, which takes a busy machine its time
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int CITY_WAVE = 1;
    private static final int GATEWAY_WAVE = 2;
    private static final int PLATFORM_WAVE = 3;
    private static final int ENGINES_WAVE = 4;

    PostgresServer platformDatabase(PostgresBinaries binaries) {
        return new PostgresServer(
                "postgres-platform",
                "平台数据库 PostgreSQL (platform)",
                binaries,
                home.resolve("postgres/platform"),
                config.getInt("pg.port"),
                config.get("pg.admin.password"),
                Map.of("shared_buffers", "128MB", "random_page_cost", "1.1"));
    }

    PostgresServer departmentDatabases(PostgresBinaries binaries) {
        return new PostgresServer(
                "postgres-departments",
                "部门数据库 PostgreSQL (departments)",
                binaries,
                home.resolve("postgres/departments"),
                config.getInt("dept.pg.port"),
                config.get("dept.pg.admin.password"),
                Map.of(
                        "shared_buffers", "64MB",
                        "wal_level", "logical",
                        "max_replication_slots", "20",
                        "max_wal_senders", "20",
                        "max_slot_wal_keep_size", "8GB"));
    }

    /** The server of the departments that run on MariaDB; none where no raised department does. */
    Optional<MariaDbServer> mariaDb() {
        if (config.find("dept.mariadb.port").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MariaDbServer(
                "mariadb",
                "部门数据库 MariaDB (departments)",
                MariaDbBinaries.unpackInto(home.resolve("programs")),
                home.resolve("mariadb"),
                config.getInt("dept.mariadb.port"),
                config.get("dept.mariadb.admin.user"),
                config.get("dept.mariadb.admin.password")));
    }

    ChildSpec engines() {
        return java(
                "engines",
                "引擎 engines (Kafka, Flink)",
                programs.command("streaming", "org.citybrain.streaming.EnginesMain", "engines"),
                health(config.getInt("engines.health.port"), "/health"),
                ENGINES_WAVE);
    }

    ChildSpec platform() {
        return java(
                "platform",
                "平台 platform",
                programs.lasting("platform", "platform", "org.citybrain.platform.PlatformMain", "platform"),
                health(config.getInt("platform.port"), "/actuator/health"),
                PLATFORM_WAVE);
    }

    /** Names of the gateway processes, in order. */
    public List<String> gatewayNames() {
        return config.startingWith("gateway.").keySet().stream()
                .filter(key -> key.endsWith(".departments"))
                .map(key -> key.substring(0, key.length() - ".departments".length()))
                .sorted()
                .toList();
    }

    ChildSpec gateway(String name) {
        return java(
                name,
                "前置机 " + name + " (" + config.get("gateway." + name + ".departments") + ")",
                programs.lasting(name, "gateway", "org.citybrain.gateway.GatewayMain", "gateway", "--name", name),
                health(config.getInt("gateway." + name + ".health.port"), "/health"),
                GATEWAY_WAVE);
    }

    /** The outlets of departments that deliver files or offer an interface, without the life clock. */
    ChildSpec outlets() {
        return java(
                "outlets",
                "部门文件与接口 files and interfaces of departments",
                sampleCity("outlets"),
                new LogSays(home.resolve("log/outlets.log"), "READY"),
                CITY_WAVE);
    }

    /** Whether a sample department delivers files or offers an interface. */
    boolean hasOutlets() {
        return config.isOn("sample.city")
                && config.startingWith("dept.").keySet().stream()
                        .anyMatch(key -> key.endsWith(".outbox") || key.endsWith(".http.url"));
    }

    /** The life clock: changes per machine second, the share of them that raise a task, and the outlets unless they run. */
    ChildSpec life(double rate, double taskShare, boolean outlets) {
        List<String> words =
                new ArrayList<>(List.of("--rate", Double.toString(rate), "--task-share", Double.toString(taskShare)));
        if (!outlets) {
            words.add("--no-outlets");
        }
        return java(
                "sample-city",
                "城市生活 life of the sample city",
                sampleCity("live", words.toArray(String[]::new)),
                new LogSays(home.resolve("log/sample-city.log"), "READY"),
                CITY_WAVE);
    }

    /** The sample city's program with one of its commands. */
    public List<String> sampleCity(String command, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = command;
        System.arraycopy(more, 0, arguments, 1, more.length);
        String main = "org.citybrain.samplecity.SampleCityMain";
        return command.equals("live") || command.equals("outlets")
                ? programs.lasting("sample-city-" + command, "sample-city", main, "sample-city", arguments)
                : programs.command("sample-city", main, "sample-once", arguments);
    }

    /** A digest of all that decides what the sample city enters into the catalogue: its program and the departments raised. */
    String declarations() {
        return programs.digest("sample-city")
                + ' '
                + config.startingWith("gateway.").entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith(".departments"))
                        .map(entry -> entry.getKey() + '=' + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    /** The gateway's program that takes in a stranger's database or folder. */
    public List<String> connect(String target, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = target;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return programs.command("gateway", "org.citybrain.gateway.connect.ConnectMain", "tool", arguments);
    }

    /** The reader that writes the rows of resources, as the pool holds them, into files of a folder. */
    public List<String> poolRows(Collection<String> resources, Path folder) {
        return programs.command(
                "streaming",
                "org.citybrain.streaming.PoolRowsMain",
                "tool",
                "--resources",
                String.join(",", resources),
                "--out",
                folder.toString());
    }

    /** The program that reconciles source tables with the pool; it takes questions on its standard input. */
    public List<String> reconciler() {
        return programs.command("streaming", "org.citybrain.streaming.ReconcileMain", "reconcile");
    }

    private static ChildSpec java(String name, String title, List<String> command, Readiness ready, int wave) {
        return new ChildSpec(name, title, command, ready, START_LIMIT, wave, "TERM", STOP_LIMIT);
    }

    private static HealthAddress health(int port, String path) {
        return new HealthAddress(URI.create("http://127.0.0.1:" + port + path));
    }
}
