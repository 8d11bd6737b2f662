package org.citybrain.platform.process.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.citybrain.platform.scene.SceneDeployment;
import org.citybrain.sceneformat.ProcessModel;
import org.citybrain.sceneformat.Scene;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.ImplementationType;
import org.flowable.bpmn.model.ScriptTask;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the processes of a scene version into the engine, each version beside the older ones. */
@Component
class Definitions implements SceneDeployment {
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Definitions(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> check(Scene scene) {
        List<String> findings = new ArrayList<>();
        for (ProcessModel process : scene.processes().values()) {
            try {
                check(process, parse(process), findings);
            } catch (XMLException | XMLStreamException unreadable) {
                findings.add("PR-001 " + process.file() + " " + unreadable.getMessage());
            }
        }
        return findings;
    }

    @Override
    public void deploy(Scene scene, String version) {
        for (ProcessModel process : scene.processes().values()) {
            if (find(scene.id(), version, process.id()).isPresent()) {
                continue;
            }
            Deployment deployment = repository
                    .createDeployment()
                    .name(scene.id() + "@" + version)
                    .addString(process.id() + ".bpmn20.xml", process.bpmn())
                    .deploy();
            String definition = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment.getId())
                    .singleResult()
                    .getId();
            jdbc.sql("insert into process.definition (scene, version, key, definition) values (?, ?, ?, ?)")
                    .params(scene.id(), version, process.id(), definition)
                    .update();
        }
    }

    /** The engine's id of a process of a scene version. */
    Optional<String> find(String scene, String version, String process) {
        return jdbc.sql("select definition from process.definition where scene = ? and version = ? and key = ?")
                .params(scene, version, process)
                .query(String.class)
                .optional();
    }

    private void check(ProcessModel process, BpmnModel model, List<String> findings) {
        repository.validateProcess(model).stream()
                .filter(error -> !error.isWarning())
                .forEach(error -> findings.add(
                        "PR-002 " + process.file() + " " + error.getActivityId() + " " + error.getProblem()));
        for (FlowElement element : model.getMainProcess().getFlowElements()) {
            if (element instanceof ScriptTask || (element instanceof ServiceTask task && !isOurs(task))) {
                findings.add("PR-003 " + process.file() + " " + element.getId()
                        + " 只能使用 ${rule} 与 ${deliver} / only ${rule} and ${deliver} may be used");
            }
        }
    }

    /** A scene may name what the platform offers, not classes, scripts or addresses. */
    private static boolean isOurs(ServiceTask task) {
        return ImplementationType.IMPLEMENTATION_TYPE_DELEGATEEXPRESSION.equals(task.getImplementationType())
                && EngineSettings.STEPS.contains(task.getImplementation());
    }

    private static BpmnModel parse(ProcessModel process) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        byte[] bytes = process.bpmn().getBytes(StandardCharsets.UTF_8);
        return new BpmnXMLConverter()
                .convertToBpmnModel(factory.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8"));
    }
}
