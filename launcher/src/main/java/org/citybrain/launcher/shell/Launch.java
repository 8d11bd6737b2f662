package org.citybrain.launcher.shell;

import java.nio.file.Path;
import java.util.Map;

/** Where this launcher was started: the repository, the folder of shared material (it may be absent), the terminal. */
public record Launch(Path repository, Path shared, Map<String, String> environment, Terminal terminal) {

    public Launch {
        environment = Map.copyOf(environment);
    }

    /** Takes CB_ROOT, which `bin/cb` sets, and CB_SHARED from the environment. */
    public static Launch of(Map<String, String> environment, Terminal terminal) {
        Path repository = Path.of(environment.getOrDefault("CB_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        Path shared = Path.of(environment.getOrDefault(
                        "CB_SHARED", repository.resolve("../shared").toString()))
                .toAbsolutePath()
                .normalize();
        return new Launch(repository, shared, environment, terminal);
    }

    /** The home to use: `--home`, else CB_HOME, else `.home` in the repository. */
    public Path home(Arguments arguments) {
        String chosen = arguments
                .find("--home")
                .orElseGet(() -> environment.getOrDefault(
                        "CB_HOME", repository.resolve(".home").toString()));
        return Path.of(chosen).toAbsolutePath().normalize();
    }
}
