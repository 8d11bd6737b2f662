package org.citybrain.kernel.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The settings of one home, read once at a process's start from {@code citybrain.properties}. */
public final class HomeConfig {
    private final Map<String, String> values;
    private final String origin;

    private HomeConfig(Map<String, String> values, String origin) {
        this.values = Map.copyOf(values);
        this.origin = origin;
    }

    /**
     * Reads the file.
     *
     * @throws ConfigException when it cannot be read
     */
    public static HomeConfig read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new ConfigException("Cannot read the configuration " + file + ": " + e.getMessage());
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return new HomeConfig(values, file.toString());
    }

    /** Settings given in memory, for tests and tools. */
    public static HomeConfig of(Map<String, String> values) {
        return new HomeConfig(values, "memory");
    }

    /**
     * Finds {@code --config FILE} among a process's arguments and reads it.
     *
     * @throws ConfigException when the argument or the file is missing
     */
    public static HomeConfig fromArguments(String[] args) {
        return read(Path.of(argument(args, "--config")
                .orElseThrow(
                        () -> new ConfigException("Start this process with --config FILE (citybrain.properties)."))));
    }

    /** The value after a named argument such as {@code --name}. */
    public static Optional<String> argument(String[] args, String name) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return Optional.of(args[i + 1]);
            }
        }
        return Optional.empty();
    }

    /**
     * The value of a key.
     *
     * @throws ConfigException when the key is absent
     */
    public String get(String key) {
        return find(key)
                .orElseThrow(() -> new ConfigException("The configuration " + origin + " has no '" + key + "'."));
    }

    /** The value of a key where there is one that is not blank. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    /** The value of a key, or the given one. */
    public String get(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    /**
     * A whole number.
     *
     * @throws ConfigException when absent or not a number
     */
    public int getInt(String key) {
        return parse(key, get(key));
    }

    /** A whole number, or the given one when absent. */
    public int getInt(String key, int otherwise) {
        return find(key).map(value -> parse(key, value)).orElse(otherwise);
    }

    /** Whether a switch is on ("true"). */
    public boolean isOn(String key) {
        return Boolean.parseBoolean(get(key, "false"));
    }

    /** A path. */
    public Path getPath(String key) {
        return Path.of(get(key));
    }

    /** A comma-separated list; empty when absent. */
    public List<String> getList(String key) {
        return find(key).map(value -> List.of(value.trim().split("\\s*,\\s*"))).orElse(List.of());
    }

    /** All settings whose key begins with a prefix, by the rest of the key. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private int parse(String key, String value) {
        try {
            return Integer.parseInt(value.trim());
        } catch (NumberFormatException e) {
            throw new ConfigException(
                    "'" + key + "' in " + origin + " must be a whole number, but is '" + value + "'.");
        }
    }
}
