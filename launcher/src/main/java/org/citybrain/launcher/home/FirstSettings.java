package org.citybrain.launcher.home;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.DepartmentSystem;

/** Chooses everything a new home needs: ports, passwords, keys and places. */
record FirstSettings(Path home, HomeWishes wishes) {

    private static final int KEY_BYTES = 32;
    /** Residents of the whole city (630 万人): the sample is said to be so much of it. */
    private static final int WHOLE_CITY = 6_300_000;
    /** The sample city's departments; the first four carry the stories. */
    private static final List<String> DEPARTMENTS = List.of(
            "public_security",
            "health_insurance",
            "civil_affairs",
            "human_resources",
            "health",
            "natural_resources",
            "tax",
            "market_regulation",
            "housing_fund",
            "education",
            "transport",
            "urban_management");
    /** The department that has a gateway of its own. */
    private static final String OWN_GATEWAY = "health_insurance";

    private static final String FILES = "education";
    private static final String INTERFACE = "urban_management";

    private static final List<String> ACCOUNTS = List.of(
            "data-officer",
            "steward",
            "grid-worker",
            "town-officer",
            "county-officer",
            "mayor",
            "system-admin",
            "security-admin",
            "auditor",
            "operator");

    /** Officers of the departments that issue penalties or keep lists of the untrustworthy: each decides about its own. */
    private static final Map<String, String> OFFICERS = Map.of(
            "market-officer", "market_regulation",
            "urban-officer", "urban_management",
            "tax-officer", "tax",
            "labour-officer", "human_resources");

    Map<String, String> choose() {
        Map<String, String> settings = new LinkedHashMap<>();
        Secrets secrets = new Secrets();
        Ports ports = new Ports(wishes.knownPorts());
        settings.put("home", home.toString());
        settings.put("city.node", "3609");
        databases(settings, secrets, ports);
        engines(settings, ports);
        platform(settings, secrets, ports);
        gateways(settings, ports);
        places(settings, secrets);
        sampleCity(settings);
        outlets(settings, secrets, ports);
        ACCOUNTS.forEach(login -> settings.put("account." + login + ".password", secrets.password()));
        settings.put("account.county-officer.department", "civil_affairs");
        OFFICERS.forEach((login, department) -> {
            if (departments().contains(department)) {
                settings.put("account." + login + ".password", secrets.password());
                settings.put("account." + login + ".department", department);
            }
        });
        return settings;
    }

    private void databases(Map<String, String> settings, Secrets secrets, Ports ports) {
        int port = ports.choose(15432);
        settings.put("pg.port", Integer.toString(port));
        settings.put("pg.url", "jdbc:postgresql://127.0.0.1:" + port + "/citybrain");
        settings.put("pg.user", "citybrain");
        settings.put("pg.password", secrets.password());
        settings.put("pg.admin.password", secrets.password());
        settings.put("dept.pg.host", "127.0.0.1");
        settings.put("dept.pg.port", Integer.toString(ports.choose(15433)));
        settings.put("dept.pg.admin.user", "postgres");
        settings.put("dept.pg.admin.password", secrets.password());
        for (String department : departments()) {
            settings.put("dept." + department + ".db", department);
            settings.put("dept." + department + ".user", department);
            settings.put("dept." + department + ".password", secrets.password());
        }
        mariaDb(settings, secrets, ports);
    }

    // a server only where a raised department's own system runs on it
    private void mariaDb(Map<String, String> settings, Secrets secrets, Ports ports) {
        List<String> onMariaDb = departments().stream()
                .filter(department -> CityTables.system(department) == DepartmentSystem.MARIADB)
                .toList();
        if (wishes.sampleCity() && !onMariaDb.isEmpty()) {
            settings.put("dept.mariadb.host", "127.0.0.1");
            settings.put("dept.mariadb.port", Integer.toString(ports.choose(13306)));
            settings.put("dept.mariadb.admin.user", "root");
            settings.put("dept.mariadb.admin.password", secrets.password());
            onMariaDb.forEach(department -> settings.put("dept." + department + ".system", "mariadb"));
        }
    }

    private List<String> departments() {
        return DEPARTMENTS.subList(0, wishes.departments());
    }

    private static void engines(Map<String, String> settings, Ports ports) {
        settings.put("kafka.bootstrap", "127.0.0.1:" + ports.choose(19092));
        settings.put("kafka.controller.port", Integer.toString(ports.choose(19093)));
        settings.put("flink.rest", "127.0.0.1:" + ports.choose(18081));
        settings.put("engines.health.port", Integer.toString(ports.choose(18082)));
    }

    private static void platform(Map<String, String> settings, Secrets secrets, Ports ports) {
        int port = ports.choose(18080);
        settings.put("platform.port", Integer.toString(port));
        settings.put("platform.url", "http://127.0.0.1:" + port);
        settings.put("platform.machine.token", secrets.hex(KEY_BYTES));
    }

    private void gateways(Map<String, String> settings, Ports ports) {
        settings.put(
                "gateway.gateway-a.departments",
                departments().stream().filter(d -> !d.equals(OWN_GATEWAY)).collect(Collectors.joining(",")));
        settings.put("gateway.gateway-b.departments", OWN_GATEWAY);
        gateway(settings, "gateway-a", ports.choose(18083));
        gateway(settings, "gateway-b", ports.choose(18084));
    }

    private void gateway(Map<String, String> settings, String name, int port) {
        settings.put("gateway." + name + ".health.port", Integer.toString(port));
        settings.put(
                "gateway." + name + ".dir",
                home.resolve("gateway").resolve(name).toString());
    }

    /** Departments whose databases nobody else may read: one lays files into a folder, one offers an HTTP interface. */
    private void outlets(Map<String, String> settings, Secrets secrets, Ports ports) {
        Path folder = home.resolve("departments");
        if (departments().contains(FILES)) {
            settings.put(
                    "dept." + FILES + ".outbox",
                    folder.resolve(FILES).resolve("outbox").toString());
        }
        if (departments().contains(INTERFACE)) {
            String prefix = "dept." + INTERFACE + ".http.";
            settings.put(prefix + "url", "http://127.0.0.1:" + ports.choose(18085));
            settings.put(
                    prefix + "source",
                    folder.resolve(INTERFACE).resolve("source.yaml").toString());
            settings.put(prefix + "client", "gateway");
            settings.put(prefix + "secret", secrets.password());
        }
    }

    private void places(Map<String, String> settings, Secrets secrets) {
        settings.put("opaque.key", secrets.hex(KEY_BYTES));
        settings.put("pool.dir", home.resolve("pool").toString());
        settings.put("checkpoints.dir", home.resolve("checkpoints").toString());
        settings.put("shared.dir", wishes.shared().toString());
        settings.put("scenes.dir", wishes.repository().resolve("scenes").toString());
        settings.put(
                "console.dir",
                wishes.repository().resolve("console").resolve("dist").toString());
    }

    private void sampleCity(Map<String, String> settings) {
        settings.put("sample.city", Boolean.toString(wishes.sampleCity()));
        settings.put("city.departments", String.join(",", departments()));
        settings.put("city.seed", "42");
        settings.put("city.residents", Integer.toString(wishes.residents()));
        settings.put("city.whole", Integer.toString(WHOLE_CITY));
        settings.put("city.speed", Integer.toString(wishes.speed()));
        settings.put("city.start", "2026-11-01T08:00:00+08:00");
    }
}
