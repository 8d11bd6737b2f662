package org.citybrain.platform.scene.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneOffice;
import org.citybrain.platform.scene.SceneProblem;
import org.citybrain.platform.scene.internal.Installer.Examined;
import org.citybrain.sceneformat.DatedValue;
import org.citybrain.sceneformat.Scene;
import org.springframework.stereotype.Service;

/** Changes scenes and their parameters. */
@Service
class DefaultSceneOffice implements SceneOffice {
    private final Installer installer;
    private final VersionStore versions;
    private final SceneShelf shelf;
    private final ParameterChange parameters;
    private final SceneJobs jobs;
    private final HomeConfig config;

    DefaultSceneOffice(
            Installer installer,
            VersionStore versions,
            SceneShelf shelf,
            ParameterChange parameters,
            SceneJobs jobs,
            HomeConfig config) {
        this.installer = installer;
        this.versions = versions;
        this.shelf = shelf;
        this.parameters = parameters;
        this.jobs = jobs;
        this.config = config;
    }

    @Override
    public InstalledScene deploy(String scene) {
        Path folder = folder(scene);
        Examined examined = installer.examine(folder);
        if (!examined.findings().isEmpty()) {
            installer.refused(scene, examined.findings());
        }
        Scene installed = installer.install(folder, examined);
        return inForce(installed, Installer.versionOf(installed), true);
    }

    @Override
    public InstalledScene turn(String scene, boolean on) {
        InstalledScene current = shelf.getActive(scene);
        installer.turn(current.scene(), current.version(), on);
        return inForce(current.scene(), current.version(), on);
    }

    @Override
    public InstalledScene rollBack(String scene, String version) {
        Scene older = shelf.get(scene, version).scene();
        installer.turn(older, version, true);
        return inForce(older, version, true);
    }

    @Override
    public void setParameter(String scene, String parameter, String value, LocalDate from, String basis) {
        parameters.set(
                shelf.getActive(scene), parameter, new DatedValue(from, value, new Bilingual(basis, basis), true));
    }

    @Override
    public List<Version> versions(String scene) {
        return versions.versions(scene);
    }

    @Override
    public Job job(String scene) {
        return jobs.of(scene);
    }

    private InstalledScene inForce(Scene scene, String version, boolean on) {
        shelf.put(scene.id(), version, scene, on);
        return shelf.getActive(scene.id());
    }

    private Path folder(String scene) {
        Path folder = config.getPath("scenes.dir").resolve(scene);
        if (!scene.matches("[a-z][a-z0-9-]{0,60}") || !Files.isRegularFile(folder.resolve("scene.yaml"))) {
            throw Refusal.of(SceneProblem.UNKNOWN_SCENE, scene);
        }
        return folder;
    }
}
