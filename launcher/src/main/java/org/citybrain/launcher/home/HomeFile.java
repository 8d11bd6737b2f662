package org.citybrain.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.shell.PlainFailure;

/** The properties file of a home. It holds passwords, so only its owner may read it. */
public final class HomeFile {

    private static final String NAME = "citybrain.properties";
    /** Settings that every home has had since the first version: without one of them the file is not whole. */
    private static final List<String> NEEDED = List.of("home", "pg.port", "dept.pg.port", "platform.url");

    private HomeFile() {}

    public static Path of(Path home) {
        return home.resolve(NAME);
    }

    /** Reads the home's settings, or chooses and keeps them at the first start. */
    public static HomeConfig openOrCreate(Path home, HomeWishes wishes) {
        Path file = of(home);
        if (!Files.exists(file)) {
            if (Files.exists(home.resolve("postgres"))) {
                throw new PlainFailure(
                        "运行目录缺少配置文件 · the home " + home + " has data, but its " + NAME + " with the passwords is gone",
                        "请恢复该文件, 或用 --home 另选目录 · bring the file back, or choose another folder with --home");
            }
            write(file, new FirstSettings(home, wishes).choose());
        }
        return read(file);
    }

    /** The settings of a city that was started before; a home without them, or with damaged ones, is a plain failure. */
    public static HomeConfig open(Path home) {
        if (!Files.exists(of(home))) {
            throw new PlainFailure("没有这个运行目录 · there is no city in " + home, "请先运行 · start one first: bin/cb demo");
        }
        return read(of(home));
    }

    private static HomeConfig read(Path file) {
        try {
            HomeConfig config = HomeConfig.read(file);
            NEEDED.forEach(config::get);
            return config;
        } catch (ConfigException | IllegalArgumentException e) {
            throw new PlainFailure(
                    "配置文件已损坏 · the settings in " + file + " are damaged: " + e.getMessage(),
                    "请从备份恢复该文件, 或用 --home 另选目录 · bring the file back from a copy, or choose another folder with --home",
                    e);
        }
    }

    /** Adds settings to the file, replacing those with the same key. */
    public static HomeConfig amend(Path home, Map<String, String> changes) {
        Map<String, String> all = new java.util.LinkedHashMap<>(read(of(home)).startingWith(""));
        all.putAll(changes);
        write(of(home), all);
        return read(of(home));
    }

    private static void write(Path file, Map<String, String> settings) {
        StringBuilder text = new StringBuilder("# CityBrain: 首次启动时生成 · chosen at the first start, kept since\n");
        settings.forEach((key, value) ->
                text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        Path fresh = file.resolveSibling(NAME + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PlainFailure(
                    "无法写入配置 · cannot write " + file + ": " + e.getMessage(),
                    "请检查磁盘空间与权限 · check the disk's room and the folder's rights",
                    e);
        }
    }
}
