package org.citybrain.sceneformat.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citybrain.sceneformat.ProcessModel;
import org.citybrain.sceneformat.SceneRuleCode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads what the platform must know of a BPMN file before its engine does. */
final class ProcessReader {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private ProcessReader() {}

    static Optional<ProcessModel> read(String file, String text, FindingList findings) {
        Optional<Document> document = XmlFile.parse(file, text, SceneRuleCode.BAD_PROCESS, findings);
        return document.map(parsed -> model(file, text, parsed, findings));
    }

    private static ProcessModel model(String file, String text, Document document, FindingList findings) {
        String id = FolderFiles.idOf(file);
        List<Element> processes = elements(document, "process");
        if (processes.size() != 1 || !processes.getFirst().getAttribute("id").equals(id)) {
            findings.add(SceneRuleCode.BAD_PROCESS, file, 0, "process id ≠ " + id);
        } else if (!"true".equals(processes.getFirst().getAttribute("isExecutable"))) {
            findings.add(SceneRuleCode.BAD_PROCESS, file, 0, "isExecutable");
        }
        List<String> userTasks = elements(document, "userTask").stream()
                .map(task -> task.getAttribute("id"))
                .toList();
        List<String> activities = elements(document, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(each -> !each.isBlank())
                .toList();
        return new ProcessModel(id, file, text, userTasks, activities);
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS(BPMN, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
