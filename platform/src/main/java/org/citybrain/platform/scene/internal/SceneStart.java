package org.citybrain.platform.scene.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.scene.SceneOffice;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.load.SceneFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * At start: takes up what is in force, then installs folders that are new or changed. Runs before anything hears a
 * topic. A folder with findings is passed over and looked at again; the version before it stays in force.
 */
@Component
class SceneStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SceneStart.class);

    private final SceneShelf shelf;
    private final Scenes scenes;
    private final SceneOffice office;
    private final HomeConfig config;
    private final Telling telling;
    private final Set<String> started = new HashSet<>();
    private final Map<String, String> refusals = new HashMap<>();
    private volatile boolean running;

    SceneStart(SceneShelf shelf, Scenes scenes, SceneOffice office, HomeConfig config, Telling telling) {
        this.shelf = shelf;
        this.scenes = scenes;
        this.office = office;
        this.config = config;
        this.telling = telling;
    }

    @Override
    public void start() {
        shelf.restore();
        running = true;
        lookAgain();
    }

    /** A scene may have to wait until its resources are registered and their shapes are known. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void lookAgain() {
        if (running) {
            Callers.run(Caller.system("scene"), () -> {
                folders().forEach(this::take);
                scenes.list().forEach(each -> telling.tell(each.scene(), each.version()));
            });
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private synchronized void take(Path folder) {
        String id = String.valueOf(folder.getFileName());
        if (scenes.find(id).isPresent() && started.contains(id)) {
            return;
        }
        try {
            Optional<String> version = SceneFolder.load(folder).scene().map(Installer::versionOf);
            if (version.isEmpty() || !isInstalled(id, version.get())) {
                office.deploy(id);
                log.info("scene {} is in force", id);
            }
            started.add(id);
        } catch (RuntimeException refused) {
            String reason = String.valueOf(refused.getMessage());
            if (!reason.equals(refusals.put(id, reason))) {
                log.warn("scene {} is not installed yet: {}", id, reason);
            }
        }
    }

    /** A version once installed is not put in force again by itself: someone may have rolled it back. */
    private boolean isInstalled(String id, String version) {
        return scenes.find(id).isPresent()
                && office.versions(id).stream().anyMatch(each -> each.version().equals(version));
    }

    private List<Path> folders() {
        Path all = config.getPath("scenes.dir");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(all)) {
            return paths.filter(path -> Files.isRegularFile(path.resolve("scene.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the scenes cannot be listed", e);
        }
    }
}
