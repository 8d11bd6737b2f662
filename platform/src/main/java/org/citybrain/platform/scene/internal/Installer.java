package org.citybrain.platform.scene.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.scene.SceneDeployment;
import org.citybrain.platform.scene.SceneProblem;
import org.citybrain.sceneformat.Parameter;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.load.Loaded;
import org.citybrain.sceneformat.load.SceneFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Installs a scene folder: checks it in every room, keeps the version, and makes it the one in force. */
@Service
class Installer {
    private static final int VERSION_DIGITS = 16;

    private final VersionStore versions;
    private final ParameterStore parameters;
    private final SceneJobs jobs;
    private final Grants grants;
    private final ObjectProvider<SceneDeployment> rooms;
    private final Audit audit;

    Installer(
            VersionStore versions,
            ParameterStore parameters,
            SceneJobs jobs,
            Grants grants,
            ObjectProvider<SceneDeployment> rooms,
            Audit audit) {
        this.versions = versions;
        this.parameters = parameters;
        this.jobs = jobs;
        this.grants = grants;
        this.rooms = rooms;
        this.audit = audit;
    }

    /** What is wrong with a folder, as numbered sentences; empty when it can be installed. */
    Examined examine(Path folder) {
        Loaded loaded = SceneFolder.load(folder);
        List<String> findings = new ArrayList<>(loaded.findings().stream()
                .filter(SceneFinding::isError)
                .map(SceneFinding::toString)
                .toList());
        Scene scene = loaded.scene().orElse(null);
        if (scene != null && findings.isEmpty()) {
            rooms.orderedStream().forEach(room -> findings.addAll(room.check(scene)));
            findings.addAll(grants.check(scene));
        }
        return new Examined(loaded, findings);
    }

    /**
     * Installs the folder and switches it on; everything or nothing.
     *
     * @throws Refusal with the findings when there are any
     */
    @Transactional
    public Scene install(Path folder, Examined examined) {
        Scene scene = examined.loaded()
                .scene()
                .orElseThrow(() -> Refusal.of(SceneProblem.UNKNOWN_SCENE, String.valueOf(folder.getFileName())));
        if (!examined.findings().isEmpty()) {
            throw Refusal.of(SceneProblem.REFUSED_WITH_FINDINGS, String.join("; ", examined.findings()));
        }
        String version = versionOf(scene);
        String by = Callers.get().login();
        List<String> missing = grants.request(scene);
        if (!missing.isEmpty()) {
            throw Refusal.of(SceneProblem.REFUSED_WITH_FINDINGS, String.join("; ", missing));
        }
        versions.insert(scene.id(), version, scene.title(), files(folder), by);
        for (Parameter parameter : scene.parameters().values()) {
            parameter
                    .values()
                    .forEach(value -> parameters.add(scene.id(), parameter.id(), value, scene.id() + ":" + version));
        }
        rooms.orderedStream().forEach(room -> room.deploy(scene, version));
        versions.activate(scene.id(), version, true, by);
        versions.change(scene.id(), version, "DEPLOYED", by, List.of());
        jobs.wish(scene, version, true);
        audit.record(AuditEvent.SCENE_DEPLOYED, "scene:" + scene.id(), Map.of("version", version));
        return scene;
    }

    /** Switches a scene off or on again; running cases go on. */
    @Transactional
    public void turn(Scene scene, String version, boolean on) {
        String by = Callers.get().login();
        versions.activate(scene.id(), version, on, by);
        versions.change(scene.id(), version, on ? "SWITCHED_ON" : "SWITCHED_OFF", by, List.of());
        jobs.wish(scene, version, on);
        audit.record(
                on ? AuditEvent.SCENE_DEPLOYED : AuditEvent.SCENE_STOPPED,
                "scene:" + scene.id(),
                Map.of("version", version));
    }

    /** Writes down that a folder was refused. */
    @Transactional
    public void refused(String scene, List<String> findings) {
        versions.change(scene, "", "REFUSED", Callers.get().login(), findings);
    }

    static String versionOf(Scene scene) {
        return scene.digest().substring(0, VERSION_DIGITS);
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.endsWith(".java")) {
                    files.put(name, Files.readString(path, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the scene folder " + folder.getFileName() + " cannot be read", e);
        }
        return files;
    }

    /** A folder as read, with what is wrong with it. */
    record Examined(Loaded loaded, List<String> findings) {}
}
