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
import java.util.regex.Pattern;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.gateway.source.SourceSpec;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;

/** What the command line names: a database or a folder, and the department that it shall be. */
record ConnectTarget(SourceSpec source, String title) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final String EXAMPLES = "postgresql://host:5432/database, mariadb://host:3306/database";

    /**
     * Reads the arguments.
     *
     * @throws WrongUsageException when they do not name a source, hold a password or no code
     */
    static ConnectTarget of(String[] args) {
        String place = place(args);
        boolean mariadb = place.matches("(jdbc:)?(mariadb|mysql)://.*");
        boolean database = mariadb || place.matches("(jdbc:)?postgres(ql)?://.*");
        String name = database ? database(place) : folder(place).getFileName().toString();
        String department = HomeConfig.argument(args, "--department")
                .map(ConnectTarget::code)
                .orElseGet(() -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_"));
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

    // a name that a person chose is not changed behind his back
    private static String code(String wished) {
        if (!CODE.matcher(wished).matches()) {
            throw new WrongUsageException("--department \"" + wished
                    + "\": 部门代码以小写字母开头，只含小写字母、数字和下划线，如 civil_affairs；名称请用 --title"
                    + " · a code begins with a small letter and has small letters, digits and _ alone, such as"
                    + " civil_affairs; the name goes into --title");
        }
        return wished;
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
        throw new WrongUsageException("请给出数据库地址或文件夹 · Name a database or a folder: " + EXAMPLES + ", FOLDER");
    }

    private static Path folder(String place) {
        Path folder = Path.of(place).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new WrongUsageException("“" + place + "”既不是 PostgreSQL 或 MariaDB 的地址，也不是文件夹 · '" + place
                    + "' is neither the address of a PostgreSQL or MariaDB database nor a folder.");
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
                throw new WrongUsageException("口令不能写在命令行里，请用 --password-file FILE"
                        + " · A password does not belong on the command line: use --password-file FILE.");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("这不是数据库地址，请写作 · This is no database's address; write " + EXAMPLES);
        }
    }

    private static String database(String place) {
        String path = uri(place).getPath();
        if (path == null || path.length() < 2) {
            throw new WrongUsageException("地址中没有库名，请写作 · The address names no database; write " + EXAMPLES);
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
                throw new ConfigException(
                        "读不出口令文件 " + file.get() + " · Cannot read the password file " + file.get() + ".");
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
