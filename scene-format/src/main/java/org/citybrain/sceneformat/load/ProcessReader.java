package org.citybrain.sceneformat.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.sceneformat.ProcessModel;
import org.citybrain.sceneformat.ProcessModel.Use;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads what the platform must know of a BPMN file before its engine does. */
final class ProcessReader {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final String FLOWABLE = "http://flowable.org/bpmn";
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern CLOCK = Pattern.compile("clocks\\.end\\(\\s*execution\\s*,\\s*'([^']*)'");

    private ProcessReader() {}

    static Optional<ProcessModel> read(String file, String text, FindingList findings) {
        Optional<Document> document = XmlFile.parse(file, text, SceneRuleCode.BAD_PROCESS, findings);
        return document.map(parsed -> model(file, text, parsed, findings));
    }

    private static ProcessModel model(String file, String text, Document document, FindingList findings) {
        String id = FolderFiles.idOf(file);
        List<Element> processes = elements(document, "process");
        if (processes.size() != 1 || !processes.getFirst().getAttribute("id").equals(id)) {
            findings.add(
                    SceneRuleCode.BAD_PROCESS,
                    file,
                    0,
                    SceneFinding.words("须有一个编号为 " + id + " 的流程", "one process with the id " + id + " is needed"));
        } else if (!"true".equals(processes.getFirst().getAttribute("isExecutable"))) {
            findings.add(
                    SceneRuleCode.BAD_PROCESS,
                    file,
                    0,
                    SceneFinding.words("isExecutable 应为 true", "isExecutable must be true"));
        }
        List<String> userTasks = elements(document, "userTask").stream()
                .map(task -> task.getAttribute("id"))
                .toList();
        List<String> activities = elements(document, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(each -> !each.isBlank())
                .toList();
        return new ProcessModel(id, file, text, userTasks, activities, uses(document, text));
    }

    private static Map<Use, List<String>> uses(Document document, String text) {
        Map<Use, List<String>> uses = new EnumMap<>(Use.class);
        for (Element task : elements(document, "userTask")) {
            add(uses, Use.FORM, task.getAttributeNS(FLOWABLE, "formKey"));
            add(uses, Use.ROLE, task.getAttributeNS(FLOWABLE, "candidateGroups"));
        }
        for (Element field : elements(document, FLOWABLE, "field")) {
            switch (field.getAttribute("name")) {
                case "rule" -> add(uses, Use.RULE, field.getAttribute("stringValue"));
                case "delivery" -> add(uses, Use.DELIVERY, field.getAttribute("stringValue"));
                default -> {
                    // Other fields name nothing of the scene.
                }
            }
        }
        Matcher clocks = CLOCK.matcher(COMMENT.matcher(text).replaceAll(""));
        while (clocks.find()) {
            add(uses, Use.PARAMETER, clocks.group(1));
        }
        return uses;
    }

    private static void add(Map<Use, List<String>> uses, Use use, String name) {
        if (!name.isBlank()) {
            uses.computeIfAbsent(use, key -> new ArrayList<>()).add(name);
        }
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document, BPMN, name);
    }

    private static List<Element> elements(Document document, String namespace, String name) {
        NodeList nodes = document.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
