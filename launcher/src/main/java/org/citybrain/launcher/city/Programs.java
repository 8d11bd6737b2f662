package org.citybrain.launcher.city;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.launcher.shell.PlainFailure;

/** How the Java programs of the modules are started: this JVM's own java, the module's jar and its copied libraries. */
public record Programs(Path repository, Path configFile, HomeConfig config) {

    /** The first JDK that knows the option about sun.misc.Unsafe; later ones warn without it. */
    private static final int TELLS_OF_UNSAFE = 23;

    // Young generations are small: they are touched whole, and touched memory counts. C1 alone suits short or slow
    // work.
    private static final Map<String, String> MEMORY = Map.of(
            "engines", "-Xms256m -Xmx768m -Xmn128m",
            "platform", "-Xms64m -Xmx448m -Xmn80m",
            "gateway", "-Xms64m -Xmx256m -Xmn48m",
            "sample-city", "-Xms48m -Xmx256m -Xmn32m -XX:TieredStopAtLevel=1",
            "sample-once", "-Xmx256m -XX:TieredStopAtLevel=1",
            "sample-files", "-Xmx512m",
            "reconcile", "-Xmx1g",
            "tool", "-Xmx512m");

    /**
     * The words that start a module's main class. `kind` chooses the memory: engines, platform, gateway, sample-city,
     * sample-once (short work, where the better compiler costs more than it saves), sample-files or tool; the setting `jvm.<kind>` of the home replaces it, such as `jvm.engines=-Xmx4g`.
     */
    public List<String> command(String module, String mainClass, String kind, String... arguments) {
        List<String> words = java(module, mainClass, kind, arguments);
        words.add("--config");
        words.add(configFile.toString());
        return words;
    }

    /**
     * The same for a process that lives long: it notes the classes it loaded in the home when it first ends, and later starts
     * take them from there. The JVM itself throws a note away that does not fit its version or the jars any more. Not for
     * the engines: JDK 25.0.3 breaks down while it notes Flink's classes.
     */
    public List<String> lasting(String name, String module, String mainClass, String kind, String... arguments) {
        List<String> words = command(module, mainClass, kind, arguments);
        Path classes = configFile.resolveSibling("classes");
        try {
            Files.createDirectories(classes);
        } catch (IOException e) {
            throw new PlainFailure(
                    "无法写入 · cannot write " + classes + ": " + e.getMessage(), "请检查权限 · check the rights", e);
        }
        words.addAll(
                1,
                List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + classes.resolve(name + ".jsa"),
                        // what it has to say about classes that cannot be noted is of no use to an operator
                        "-Xlog:cds=off,cds+dynamic=off,aot=off"));
        return words;
    }

    /** The same without a home. */
    public List<String> java(String module, String mainClass, String kind, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:+UseSerialGC");
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(quiet(Runtime.version().feature()));
        // a heap keeps little room in reserve: what is committed counts, and growing it again is cheap
        words.add("-XX:MinHeapFreeRatio=10");
        words.add("-XX:MaxHeapFreeRatio=25");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Djava.awt.headless=true");
        words.addAll(Arrays.asList(config.get("jvm." + kind, MEMORY.getOrDefault(kind, "-Xmx512m"))
                .strip()
                .split("\\s+", -1)));
        words.add("-cp");
        words.add(classPath(module));
        words.add(mainClass);
        words.addAll(List.of(arguments));
        return words;
    }

    /** The option that keeps libraries' use of sun.misc.Unsafe unspoken, where a JDK knows it; bin/cb has the same. */
    static List<String> quiet(int jdk) {
        return jdk >= TELLS_OF_UNSAFE ? List.of("--sun-misc-unsafe-memory-access=allow") : List.of();
    }

    /**
     * The module's jar and its libraries in order of name, as `bin/cb build` leaves them. The order is spelt out because
     * a wildcard has none: the lake's jar carries old copies of some of Flink's classes, and Flink's own must come first.
     */
    public String classPath(String module) {
        Path target = repository.resolve(module).resolve("target");
        StringBuilder path = new StringBuilder(jar(module, target).toString());
        for (Path library : librariesOf(target.resolve("lib"))) {
            path.append(File.pathSeparator).append(library);
        }
        return path.toString();
    }

    /** SM3 of a module's own jar in hexadecimal digits: it changes whenever what the module declares does. */
    String digest(String module) {
        Path jar = jar(module, repository.resolve(module).resolve("target"));
        try {
            return HexFormat.of().formatHex(Sm3.digest(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new PlainFailure("无法读取 · cannot read " + jar + ": " + e.getMessage(), "bin/cb build --force", e);
        }
    }

    private static List<Path> librariesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PlainFailure("无法读取 · cannot read " + folder + ": " + e.getMessage(), "bin/cb build --force", e);
        }
    }

    private static Path jar(String module, Path target) {
        if (Files.isDirectory(target.resolve("lib"))) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-[0-9]*.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            } catch (IOException | DirectoryIteratorException e) {
                throw new PlainFailure(
                        "无法读取 · cannot read " + target + ": " + e.getMessage(), "bin/cb build --force", e);
            }
        }
        throw new PlainFailure(
                "模块尚未构建 · the module " + module + " is not built", "请先运行 · run first: bin/cb build --force");
    }
}
