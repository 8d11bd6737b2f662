package org.citybrain.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.gateway.source.SourceSpec;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;

/**
 * What one gateway process needs of the home's configuration.
 *
 * @param name such as {@code gateway-a}
 * @param city node of the city, e.g. {@code 3609}
 * @param folder where keys, journals and states are kept
 * @param departments that it serves from the start
 */
record GatewaySettings(
        String name,
        String city,
        Path folder,
        int healthPort,
        String kafka,
        String platformUrl,
        String token,
        List<String> departments,
        List<SourceSpec> sources) {
    static GatewaySettings of(HomeConfig config, String name) {
        String prefix = "gateway." + name + ".";
        List<String> departments = config.getList(prefix + "departments");
        List<SourceSpec> sources = new ArrayList<>();
        Map<String, String> folders = config.startingWith(prefix + "folder.");
        Map<String, String> interfaces = new TreeMap<>();
        for (String department : departments) {
            config.find("dept." + department + ".outbox").ifPresent(folder -> folders.put(department, folder));
            config.find("dept." + department + ".http.source")
                    .ifPresent(description -> interfaces.put(department, description));
        }
        for (String department : departments) {
            boolean outlet =
                    config.find("dept." + department + ".outbox").isPresent() || interfaces.containsKey(department);
            // a department that delivers otherwise keeps its database to itself
            if (!outlet && config.find("dept." + department + ".user").isPresent()) {
                sources.add(database(config, department));
            }
        }
        folders.forEach((department, folder) -> sources.add(SourceSpec.ofFolder(department, folder)));
        interfaces.forEach((department, description) ->
                sources.add(SourceSpec.ofHttp(department, place(config, department, description))));
        return new GatewaySettings(
                name,
                config.get("city.node", "3609"),
                Path.of(config.get(prefix + "dir", config.get("home", ".") + "/gateway/" + name)),
                config.getInt(prefix + "health.port"),
                config.get("kafka.bootstrap"),
                config.get("platform.url"),
                config.get("platform.machine.token"),
                departments,
                sources);
    }

    private static SourceSpec.HttpPlace place(HomeConfig config, String department, String description) {
        String prefix = "dept." + department + ".http.";
        return new SourceSpec.HttpPlace(
                description,
                config.get(prefix + "url"),
                config.get(prefix + "client", ""),
                config.get(prefix + "secret", ""));
    }

    // what a department's database runs on; PostgreSQL unless it says otherwise
    private static SourceSpec database(HomeConfig config, String department) {
        String system = config.get("dept." + department + ".system", "postgresql");
        return switch (system) {
            case "postgresql" -> SourceSpec.ofPostgres(department, address(config, department, "dept.pg", 5432));
            case "mariadb" -> SourceSpec.ofMariaDb(department, address(config, department, "dept.mariadb", 3306));
            default ->
                throw new ConfigException(
                        "'dept." + department + ".system' is " + system + "; write postgresql or mariadb.");
        };
    }

    private static SourceAddress address(HomeConfig config, String department, String server, int usualPort) {
        String prefix = "dept." + department + ".";
        return new SourceAddress(
                config.get(prefix + "host", config.get(server + ".host", "127.0.0.1")),
                config.getInt(prefix + "port", config.getInt(server + ".port", usualPort)),
                config.get(prefix + "db", department),
                config.get(prefix + "user"),
                config.get(prefix + "password", ""));
    }
}
