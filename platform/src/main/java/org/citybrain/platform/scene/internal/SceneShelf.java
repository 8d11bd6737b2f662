package org.citybrain.platform.scene.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneChanged;
import org.citybrain.platform.scene.SceneProblem;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.load.SceneFolder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The installed versions in memory; the database keeps their files. */
@Service
class SceneShelf implements Scenes {
    private final VersionStore versions;
    private final ApplicationEventPublisher events;
    private final Map<String, Scene> parsed = new ConcurrentHashMap<>();
    private final Map<String, InstalledScene> active = new ConcurrentHashMap<>();

    SceneShelf(VersionStore versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
    }

    @Override
    public List<InstalledScene> list() {
        return active.values().stream()
                .sorted(Comparator.comparing(InstalledScene::id))
                .toList();
    }

    @Override
    public Optional<InstalledScene> find(String scene) {
        return Optional.ofNullable(active.get(scene));
    }

    @Override
    public InstalledScene get(String scene, String version) {
        InstalledScene current = active.get(scene);
        if (current != null && current.version().equals(version)) {
            return current;
        }
        Scene read = parsed.computeIfAbsent(scene + "@" + version, key -> read(scene, version));
        return new InstalledScene(scene, version, read, false, Instant.EPOCH);
    }

    /** The version in force; refuses when the scene is not installed. */
    InstalledScene getActive(String scene) {
        return find(scene).orElseThrow(() -> Refusal.of(SceneProblem.UNKNOWN_SCENE, scene));
    }

    /** Takes up what the database says is in force; called at start. */
    void restore() {
        for (VersionStore.Active each : versions.active()) {
            put(each.scene(), each.version(), get(each.scene(), each.version()).scene(), each.on());
        }
    }

    void put(String id, String version, Scene scene, boolean on) {
        parsed.put(id + "@" + version, scene);
        active.put(id, new InstalledScene(id, version, scene, on, Instant.now()));
        events.publishEvent(new SceneChanged(id, version, on));
    }

    private Scene read(String scene, String version) {
        Map<String, String> files = versions.content(scene, version)
                .orElseThrow(() -> Refusal.of(SceneProblem.UNKNOWN_SCENE, scene + " " + version));
        return inFolder(
                scene,
                files,
                folder -> SceneFolder.load(folder)
                        .scene()
                        .orElseThrow(() -> new IllegalStateException("the stored scene " + scene + " cannot be read")));
    }

    private static <T> T inFolder(String scene, Map<String, String> files, java.util.function.Function<Path, T> work) {
        try {
            Path above = Files.createTempDirectory("scene");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Path target = above.resolve(scene).resolve(file.getKey());
                    Files.createDirectories(
                            above.resolve(scene).resolve(file.getKey()).getParent());
                    Files.writeString(target, file.getValue());
                }
                return work.apply(above.resolve(scene));
            } finally {
                delete(above);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored scene cannot be laid out in the temporary folder", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
