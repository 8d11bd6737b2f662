package org.citybrain.launcher.mariadb;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.citybrain.launcher.shell.Folders;
import org.citybrain.launcher.supervise.Orphans;
import org.citybrain.launcher.supervise.ServerFolder;
import org.citybrain.launcher.supervise.Signals;

/** The data folder of a MariaDB server. */
record MariaDbFolder(MariaDbServer server) implements ServerFolder {

    static final String PID_FILE = "mariadb.pid";
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(30);
    private static final List<String> SCRIPTS = List.of("mariadb_system_tables.sql", "mariadb_system_tables_data.sql");

    @Override
    public Path data() {
        return server.data();
    }

    @Override
    public boolean isInitialised() {
        return server.isInitialised();
    }

    /** Made in a folder of its own which is renamed at the end: a broken-off making is simply begun again. */
    @Override
    public void initialise() throws IOException {
        Path data = server.data().toAbsolutePath();
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        Folders.deleteTree(fresh);
        Files.createDirectories(fresh);
        Path log = data.resolveSibling(data.getFileName() + ".first.log");
        List<String> command = server.command(fresh);
        command.add("--bootstrap");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (Writer in = process.outputWriter()) {
            in.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n");
            for (String script : SCRIPTS) {
                in.write(Files.readString(server.binaries().share().resolve(script)));
            }
            // the scripts' own accounts have no password
            in.write("DELETE FROM mysql.global_priv WHERE User IN ('', 'root');\nDELETE FROM mysql.proxies_priv;\n"
                    + "FLUSH PRIVILEGES;\nCREATE USER " + account() + " IDENTIFIED BY '"
                    + server.password().replace("\\", "\\\\").replace("'", "''") + "';\nGRANT ALL PRIVILEGES ON *.* TO "
                    + account() + " WITH GRANT OPTION;\n");
        }
        await(process, log);
        Files.deleteIfExists(log);
        Folders.deleteTree(data);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private String account() {
        return "'" + server.administrator() + "'@'127.0.0.1'";
    }

    private static void await(Process process, Path log) throws IOException {
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("mariadbd --bootstrap ended with status " + status + ", see " + log);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database folder was made", e);
        }
    }

    /** A server that outlived a killed launcher holds the folder: it is asked to end. */
    @Override
    public void freeFromOrphan() throws IOException {
        Path file = server.data().resolve(PID_FILE);
        String pid = Files.exists(file) ? Files.readString(file).strip() : "";
        if (pid.matches("[0-9]{1,18}")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> Orphans.names(process, server.data()))
                    .ifPresent(process -> Signals.end(process, "TERM", ORPHAN_PATIENCE));
        }
        Files.deleteIfExists(file);
    }
}
