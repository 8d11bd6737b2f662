package org.citybrain.sceneformat.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.Rule;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRole;
import org.citybrain.sceneformat.SceneRuleCode;
import org.citybrain.sceneformat.SceneStream;
import org.citybrain.sceneformat.SceneTestFile;
import org.citybrain.sceneformat.Stage;
import org.citybrain.sceneformat.Trigger;

/**
 * Reads a scene folder. Whatever the folder holds, {@link #load} returns: what could be read, and numbered findings for
 * the rest. Names inside the folder are compared by {@code check.SceneChecker}.
 */
public final class SceneFolder {
    private final FolderFiles files;
    private final FindingList findings;

    private SceneFolder(FolderFiles files, FindingList findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Reads the folder; never throws on bad content. */
    public static Loaded load(Path folder) {
        FindingList findings = new FindingList();
        if (!Files.isDirectory(folder)) {
            findings.add(SceneRuleCode.MISSING_PART, "scene.yaml", 0, "scene.yaml");
            return new Loaded(Optional.empty(), findings.toList());
        }
        FolderFiles files = FolderFiles.read(folder, findings);
        Optional<Scene> scene =
                new SceneFolder(files, findings).read(folder.toAbsolutePath().normalize());
        return new Loaded(scene, findings.toList());
    }

    private Optional<Scene> read(Path folder) {
        if (files.lacks("scene.yaml")) {
            findings.add(SceneRuleCode.MISSING_PART, "scene.yaml", 0, "scene.yaml");
        }
        if (!files.has("scene.yaml")) {
            return Optional.empty();
        }
        int before = findings.toList().size();
        try (Section head = Yaml.section("scene.yaml", files.text("scene.yaml"), findings)) {
            if (findings.toList().size() > before) {
                return Optional.empty();
            }
            return Optional.of(scene(head, String.valueOf(folder.getFileName())));
        }
    }

    private Scene scene(Section head, String folderName) {
        String id = Ids.check(head, "id", folderName);
        int format = head.number("format");
        if (format != Scene.FORMAT) {
            findings.add(
                    SceneRuleCode.UNKNOWN_FORMAT,
                    "scene.yaml",
                    head.line("format"),
                    String.valueOf(format),
                    String.valueOf(Scene.FORMAT));
        }
        return new Scene(
                id,
                format,
                head.text("version"),
                head.words("title"),
                head.words("summary", Section.NO_WORDS),
                head.text("owner"),
                head.words("lead", Section.NO_WORDS),
                head.oneOf("mode", "stream", "schedule"),
                roles(head),
                triggers(head),
                stages(head),
                needs(),
                streams(),
                rules(),
                parts("parameters", PartReader::parameter),
                parts("processes", ".bpmn", ProcessReader::read),
                parts("forms", ".json", FormReader::read),
                parts("alerts", PartReader::alert),
                parts("deliveries", PartReader::delivery),
                parts("indicators", PartReader::indicator),
                parts("panels", PartReader::panel),
                WordsReader.read(files, findings),
                parts("samples", TestReader::sample),
                tests(),
                findings.unread(),
                files.digest());
    }

    private Map<String, SceneRole> roles(Section head) {
        Map<String, SceneRole> roles = new LinkedHashMap<>();
        for (Section each : head.sections("roles")) {
            try (each) {
                String id = Ids.check(each, "id", each.text("id"));
                String scope = each.oneOf("scope", "village", "town", "county", "city");
                roles.put(id, new SceneRole(id, each.text("authority"), scope, each.words("title")));
            }
        }
        return roles;
    }

    private List<Trigger> triggers(Section head) {
        List<Trigger> triggers = new ArrayList<>();
        for (Section each : head.sections("triggers")) {
            try (each) {
                triggers.add(new Trigger(each.text("stream"), each.text("rule")));
            }
        }
        return List.copyOf(triggers);
    }

    private List<Stage> stages(Section head) {
        List<Stage> stages = new ArrayList<>();
        for (Section each : head.sections("stages")) {
            try (each) {
                stages.add(new Stage(
                        Ids.check(each, "id", each.text("id")),
                        each.words("title"),
                        each.oneOf("clock", "machine", "legal"),
                        each.text("due", ""),
                        each.texts("activities")));
            }
        }
        return List.copyOf(stages);
    }

    private Map<String, Need> needs() {
        Map<String, Need> needs = new LinkedHashMap<>();
        for (String path : files.list("needs", ".yaml")) {
            try (Section section = Yaml.section(path, files.text(path), findings)) {
                Need need = PartReader.need(section);
                if (findings.unread().contains(path)) {
                    continue;
                }
                if (needs.put(need.resource(), need) != null) {
                    section.wrong(
                            "resource", need.resource(), SceneFinding.words("每个资源一个文件", "one file per resource"), 1);
                }
            }
        }
        if (needs.isEmpty() && findings.unread().stream().noneMatch(file -> file.startsWith("needs/"))) {
            findings.add(SceneRuleCode.MISSING_PART, "needs", 0, "needs/*.yaml");
        }
        return needs;
    }

    private Map<String, SceneStream> streams() {
        Map<String, SceneStream> streams = new LinkedHashMap<>();
        for (String path : files.list("streams", ".sql")) {
            String id = FolderFiles.idOf(path);
            StreamText.check(path, files.text(path), findings);
            streams.put(id, new SceneStream(id, path, files.text(path), StreamText.resources(files.text(path))));
        }
        return streams;
    }

    private Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String path : files.list("rules", ".dmn")) {
            String id = FolderFiles.idOf(path);
            String inputs = "rules/" + id + ".inputs.yaml";
            if (files.lacks(inputs)) {
                findings.add(SceneRuleCode.MISSING_PART, path, 0, inputs);
            }
            XmlFile.parse(path, files.text(path), SceneRuleCode.BAD_DMN, findings);
            try (Section section = inputs(inputs)) {
                rules.put(
                        id,
                        new Rule(
                                id,
                                path,
                                files.text(path),
                                new InputSpecReader(section).read(id),
                                files.digest(path, inputs).substring(0, 16)));
            }
        }
        return rules;
    }

    /** The declared inputs; a file that is not there or cannot be read has been told of and is not called empty. */
    private Section inputs(String path) {
        return files.has(path)
                ? Yaml.section(path, files.text(path), findings)
                : new Section(path, null, new FindingList());
    }

    private List<SceneTestFile> tests() {
        List<SceneTestFile> tests = new ArrayList<>();
        for (String path : files.list("tests", ".yaml")) {
            try (Section section = Yaml.section(path, files.text(path), findings)) {
                tests.add(TestReader.test(section, FolderFiles.idOf(path)));
            }
        }
        return List.copyOf(tests);
    }

    private <T> Map<String, T> parts(String place, BiFunction<Section, String, T> reader) {
        return parts(place, ".yaml", (path, text, list) -> {
            try (Section section = Yaml.section(path, text, list)) {
                return Optional.of(reader.apply(section, FolderFiles.idOf(path)));
            }
        });
    }

    private <T> Map<String, T> parts(String place, String ending, PartOfText<T> reader) {
        Map<String, T> parts = new LinkedHashMap<>();
        for (String path : files.list(place, ending)) {
            reader.read(path, files.text(path), findings).ifPresent(part -> parts.put(FolderFiles.idOf(path), part));
        }
        return parts;
    }

    /** Reads one file; empty when nothing of it can be used. */
    @FunctionalInterface
    interface PartOfText<T> {
        Optional<T> read(String path, String text, FindingList findings);
    }
}
