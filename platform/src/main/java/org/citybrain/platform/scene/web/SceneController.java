package org.citybrain.platform.scene.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneOffice;
import org.citybrain.platform.scene.SceneParameters;
import org.citybrain.platform.scene.SceneParameters.Known;
import org.citybrain.platform.scene.SceneProblem;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.Scene;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Scenes, their versions and parameters; deploying while the city runs. */
@RestController
final class SceneController {
    private final Scenes scenes;
    private final SceneOffice office;
    private final SceneParameters parameters;

    SceneController(Scenes scenes, SceneOffice office, SceneParameters parameters) {
        this.scenes = scenes;
        this.office = office;
        this.parameters = parameters;
    }

    /** One row of the list. */
    record SceneRow(
            String id,
            Bilingual title,
            Bilingual summary,
            String version,
            String label,
            String owner,
            Bilingual lead,
            String mode,
            String state,
            SceneOffice.Job job) {}

    /** A list with its length. */
    record SceneRows(List<SceneRow> rows, int total) {}

    /** A need as the folder declares it. */
    record NeedShown(
            String resource,
            List<String> fields,
            List<String> lookup,
            String freshness,
            Bilingual purpose,
            Bilingual legalBasis) {}

    /** A rule by its version. */
    record RuleShown(String id, String file, String version) {}

    /** A stream file and how its job is. */
    record StreamShown(String id, String file, String state) {}

    /** A value of a parameter as it became known. */
    record ValueShown(LocalDate from, String value, Bilingual basis, boolean verified, String by, Instant knownAt) {}

    /** A parameter with all its values. */
    record ParameterShown(String id, Bilingual title, String unit, List<ValueShown> values) {}

    /** The page of a scene. */
    record ScenePage(
            String id,
            Bilingual title,
            Bilingual purpose,
            String version,
            String label,
            String owner,
            Bilingual lead,
            String mode,
            String state,
            SceneOffice.Job job,
            List<NeedShown> needs,
            List<RuleShown> rules,
            List<StreamShown> streams,
            List<ParameterShown> parameters,
            List<SceneOffice.Version> versions) {}

    /** A new value of a parameter. */
    record Change(
            @Nullable String id,
            @Nullable Object value,
            @Nullable LocalDate from,
            @Nullable String basis) {}

    /** What should be in force. */
    record Wish(@Nullable Boolean on, @Nullable String version) {}

    @GetMapping("/api/scenes")
    @Authority(Right.SCENE_READ)
    @Audited(AuditEvent.SCENE_READ)
    SceneRows list() {
        List<SceneRow> rows = scenes.list().stream().map(this::row).toList();
        return new SceneRows(rows, rows.size());
    }

    @GetMapping("/api/scenes/{id}")
    @Authority(Right.SCENE_READ)
    @Audited(AuditEvent.SCENE_READ)
    ScenePage page(@PathVariable String id) {
        return shown(get(id));
    }

    @PostMapping("/api/scenes/{id}/deploy")
    @Authority(Right.SCENE_DEPLOY)
    @Audited(AuditEvent.SCENE_DEPLOYED)
    ScenePage deploy(@PathVariable String id) {
        return shown(office.deploy(id));
    }

    /** Switches a scene off or on, or puts an older version in force. */
    @PostMapping("/api/scenes/{id}/state")
    @Authority(Right.SCENE_DEPLOY)
    @Audited(AuditEvent.SCENE_STOPPED)
    ScenePage turn(@PathVariable String id, @RequestBody Wish wish) {
        if (wish.version() != null) {
            return shown(office.rollBack(id, wish.version()));
        }
        if (wish.on() == null) {
            throw Refusal.badRequest("请给出 on 或 version · give on or version");
        }
        return shown(office.turn(id, wish.on()));
    }

    @GetMapping("/api/scenes/{id}/parameters")
    @Authority(Right.SCENE_READ)
    @Audited(AuditEvent.PARAMETER_READ)
    List<ParameterShown> parameters(@PathVariable String id) {
        return parameters(get(id));
    }

    @PostMapping("/api/scenes/{id}/parameters")
    @Authority(Right.PARAMETER_WRITE)
    @Audited(AuditEvent.PARAMETER_CHANGED)
    List<ParameterShown> change(@PathVariable String id, @RequestBody Change change) {
        if (change.id() == null || change.value() == null || change.from() == null) {
            throw Refusal.of(
                    SceneProblem.PARAMETER_UNREADABLE, "须写明 id、value、from 和 basis · give id, value, from and basis");
        }
        String basis = change.basis() == null ? "" : change.basis();
        office.setParameter(id, change.id(), String.valueOf(change.value()), change.from(), basis);
        return parameters(get(id));
    }

    private InstalledScene get(String id) {
        return scenes.find(id).orElseThrow(() -> Refusal.of(SceneProblem.UNKNOWN_SCENE, id));
    }

    private SceneRow row(InstalledScene installed) {
        Scene scene = installed.scene();
        return new SceneRow(
                scene.id(),
                scene.title(),
                scene.summary(),
                installed.version(),
                scene.version(),
                scene.owner(),
                scene.lead(),
                scene.mode(),
                installed.on() ? "ON" : "OFF",
                office.job(scene.id()));
    }

    private ScenePage shown(InstalledScene installed) {
        Scene scene = installed.scene();
        SceneOffice.Job job = office.job(scene.id());
        return new ScenePage(
                scene.id(),
                scene.title(),
                scene.summary(),
                installed.version(),
                scene.version(),
                scene.owner(),
                scene.lead(),
                scene.mode(),
                installed.on() ? "ON" : "OFF",
                job,
                scene.needs().values().stream()
                        .map(need -> new NeedShown(
                                need.resource(),
                                need.fields(),
                                need.lookup(),
                                need.freshness(),
                                need.purpose(),
                                need.legalBasis()))
                        .toList(),
                scene.rules().values().stream()
                        .map(rule -> new RuleShown(rule.id(), rule.file(), rule.version()))
                        .toList(),
                scene.streams().values().stream()
                        .map(stream -> new StreamShown(stream.id(), stream.file(), job.state()))
                        .toList(),
                parameters(installed),
                office.versions(scene.id()));
    }

    private List<ParameterShown> parameters(InstalledScene installed) {
        Map<String, List<Known>> history =
                parameters.history(installed.id()).stream().collect(Collectors.groupingBy(Known::id));
        return installed.scene().parameters().values().stream()
                .map(parameter -> new ParameterShown(
                        parameter.id(),
                        parameter.title(),
                        parameter.unit(),
                        history.getOrDefault(parameter.id(), List.of()).stream()
                                .map(SceneController::value)
                                .toList()))
                .toList();
    }

    private static ValueShown value(Known known) {
        return new ValueShown(
                known.from(),
                known.value(),
                new Bilingual(known.basis(), known.basisEn()),
                known.verified(),
                known.author(),
                known.knownAt());
    }
}
