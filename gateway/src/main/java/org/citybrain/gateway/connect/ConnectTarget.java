package org.citybrain.gateway.connect;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.gateway.source.SourceSpec;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;

/** What the command line names: a database or a folder, and the department that it shall be. */
record ConnectTarget(SourceSpec source, String title) {
    /**
     * Reads the arguments.
     *
     * @throws ConfigException when they do not name a source, or hold a password
     */
    static ConnectTarget of(String[] args) {
        String place = place(args);
        boolean mariadb = place.matches("(jdbc:)?(mariadb|mysql)://.*");
        boolean database = mariadb || place.matches("(jdbc:)?postgres(ql)?://.*");
        String name = database ? database(place) : folder(place).getFileName().toString();
        String department = HomeConfig.argument(args, "--department")
                .orElse(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]", "_");
        String title = HomeConfig.argument(args, "--title").orElse(department);
        if (mariadb) {
            SourceAddress address = address(place, args, "root", 3306);
            return new ConnectTarget(SourceSpec.ofMariaDb(department, address), title);
        }
        SourceSpec source = database
                ? SourceSpec.ofPostgres(department, address(place, args, "postgres", 5432))
                : SourceSpec.ofFolder(department, folder(place).toString());
        return new ConnectTarget(source, title);
    }

    // the first argument that is neither an option nor an option's value
    private static String place(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                return args[i];
            }
            if (!args[i].equals("--yes")) {
                i++;
            }
        }
        throw new ConfigException(
                "Name a source: connect postgresql://host:5432/database or mariadb://host:3306/database"
                        + " --user U --password-file F, or connect FOLDER");
    }

    private static Path folder(String place) {
        Path folder = Path.of(place).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new ConfigException(
                    "'" + place + "' is neither the address of a PostgreSQL or MariaDB database nor a folder.");
        }
        return folder;
    }

    private static URI uri(String place) {
        try {
            URI uri = URI.create(place.startsWith("jdbc:") ? place.substring(5) : place);
            String user = uri.getUserInfo();
            boolean password = user != null && user.contains(":")
                    || uri.getQuery() != null && uri.getQuery().contains("password");
            if (password) {
                throw new ConfigException("A password does not belong on the command line: use --password-file FILE.");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "This is no database's address; write postgresql://host:5432/database or mariadb://host:3306/database");
        }
    }

    private static String database(String place) {
        String path = uri(place).getPath();
        if (path == null || path.length() < 2) {
            throw new ConfigException(
                    "The address names no database; write postgresql://host:5432/database or mariadb://host:3306/database");
        }
        return path.substring(1);
    }

    private static SourceAddress address(String place, String[] args, String usualUser, int usualPort) {
        URI uri = uri(place);
        String user = HomeConfig.argument(args, "--user")
                .or(() -> Optional.ofNullable(uri.getUserInfo()))
                .orElse(usualUser);
        String host = uri.getHost() == null ? "127.0.0.1" : uri.getHost();
        return new SourceAddress(
                host, uri.getPort() < 0 ? usualPort : uri.getPort(), database(place), user, password(args));
    }

    private static String password(String[] args) {
        Optional<String> file = HomeConfig.argument(args, "--password-file");
        if (file.isPresent()) {
            try {
                return Files.readString(Path.of(file.get()), StandardCharsets.UTF_8)
                        .strip();
            } catch (IOException e) {
                throw new ConfigException("Cannot read the password file " + file.get() + ".");
            }
        }
        Console console = System.console();
        if (console == null || Arrays.asList(args).contains("--yes")) {
            return "";
        }
        char[] typed = console.readPassword("口令 password: ");
        return typed == null ? "" : new String(typed);
    }
}
