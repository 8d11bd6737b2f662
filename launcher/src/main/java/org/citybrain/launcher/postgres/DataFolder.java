package org.citybrain.launcher.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.launcher.shell.Folders;
import org.citybrain.launcher.supervise.Orphans;
import org.citybrain.launcher.supervise.ServerFolder;
import org.citybrain.launcher.supervise.Signals;

/** The data folder of a PostgreSQL server. */
record DataFolder(PostgresServer server) implements ServerFolder {

    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(30);

    @Override
    public Path data() {
        return server.data();
    }

    @Override
    public boolean isInitialised() {
        return server.isInitialised();
    }

    /** initdb works in a folder of its own which is renamed at the end: a broken-off initdb is simply begun again. */
    @Override
    public void initialise() throws IOException {
        Path fresh = server.data().resolveSibling(server.data().getFileName() + ".new");
        Folders.deleteTree(fresh);
        Files.createDirectories(fresh.toAbsolutePath().getParent());
        Path password = Files.createTempFile(
                fresh.toAbsolutePath().getParent(),
                "initdb",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, server.password());
            run(initdb(fresh, password));
            Folders.deleteTree(server.data());
            Files.move(fresh, server.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private List<String> initdb(Path folder, Path password) {
        List<String> words = new ArrayList<>(UserNamespace.prefix());
        words.addAll(List.of(
                server.binaries().program("initdb").toString(),
                "-D",
                folder.toString(),
                "-U",
                "postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--lc-collate=C",
                "--lc-ctype=C",
                "--lc-messages=C",
                "--lc-monetary=C",
                "--lc-numeric=C",
                "--lc-time=C"));
        return words;
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("initdb ended with status " + status + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during initdb", e);
        }
    }

    /** A postmaster that outlived a killed launcher holds the folder: it is asked to end. A lock of no postmaster is removed. */
    @Override
    public void freeFromOrphan() throws IOException {
        long pid = server.lockedBy();
        if (pid == 0) {
            return;
        }
        var holder = ProcessHandle.of(pid).filter(process -> Orphans.names(process, server.data()));
        if (holder.isPresent()) {
            Signals.end(holder.get(), "INT", ORPHAN_PATIENCE);
        }
        Files.deleteIfExists(server.data().resolve("postmaster.pid"));
    }
}
