package org.citybrain.platform.process.internal;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneRole;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.engine.delegate.event.FlowableActivityEvent;
import org.flowable.engine.impl.util.ProcessDefinitionUtil;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Turns what the engine does into case records that people read: tasks, stages and the timeline. It runs inside the
 * engine's own transaction, so that a task is there the moment its cause is committed.
 */
@Component
class CaseListener extends AbstractFlowableEngineEventListener {
    private static final Set<String> WAITS = Set.of("userTask", "receiveTask", "intermediateCatchEvent");
    private static final String END = "endEvent";

    private final CaseStore cases;
    private final TaskStore tasks;
    private final Timelines timelines;
    private final CaseEnding ending;
    private final Scenes scenes;

    CaseListener(CaseStore cases, TaskStore tasks, Timelines timelines, CaseEnding ending, Scenes scenes) {
        super(Set.of(
                FlowableEngineEventType.TASK_CREATED,
                FlowableEngineEventType.ACTIVITY_STARTED,
                FlowableEngineEventType.TIMER_FIRED));
        this.cases = cases;
        this.tasks = tasks;
        this.timelines = timelines;
        this.ending = ending;
        this.scenes = scenes;
    }

    @Override
    public boolean isFailOnException() {
        return true;
    }

    @Override
    protected void taskCreated(FlowableEngineEntityEvent event) {
        TaskEntity task = (TaskEntity) event.getEntity();
        CaseRecord record = cases.get(String.valueOf(task.getVariable(CaseVariables.CASE)));
        Scene scene = scenes.get(record.scene(), record.version()).scene();
        UserTask model = (UserTask) ProcessDefinitionUtil.getBpmnModel(task.getProcessDefinitionId())
                .getFlowElement(task.getTaskDefinitionKey());
        Date due = task.getDueDate();
        tasks.insert(new TaskRecord(
                task.getId(),
                record.id(),
                task.getTaskDefinitionKey(),
                Titles.of(model),
                task.getFormKey(),
                role(scene, model.getCandidateGroups()),
                record.place(),
                "OPEN",
                timelines.machineNow(),
                timelines.cityNow(),
                due == null ? null : due.toInstant(),
                null,
                null,
                Map.of()));
    }

    @Override
    protected void activityStarted(FlowableActivityEvent event) {
        DelegateExecution execution = getExecution(event);
        if (execution == null) {
            return;
        }
        CaseRecord record = cases.get(String.valueOf(execution.getVariable(CaseVariables.CASE)));
        FlowElement model = ProcessDefinitionUtil.getBpmnModel(event.getProcessDefinitionId())
                .getFlowElement(event.getActivityId());
        Scene scene = scenes.get(record.scene(), record.version()).scene();
        String stage = stageOf(scene, event.getActivityId());
        if (!stage.isEmpty()) {
            cases.reached(record.id(), stage, timelines.cityNow());
        }
        Bilingual title = Titles.of(model);
        if (event.getActivityType().equals(END)) {
            ending.ended(record, stage, Titles.stateOf(model), title);
        } else if (WAITS.contains(event.getActivityType())) {
            timelines.add(
                    record.id(),
                    Timelines.Entry.of(
                            "STEP",
                            title,
                            "process:" + record.scene(),
                            Map.of("stage", stage, "activity", event.getActivityId())));
            ending.moved(record, stage);
        }
    }

    @Override
    protected void timerFired(FlowableEngineEntityEvent event) {
        DelegateExecution execution = getExecution(event);
        if (execution != null && execution.getVariable(CaseVariables.CASE) instanceof String id) {
            timelines.add(
                    id,
                    Timelines.Entry.of(
                            "CLOCK",
                            new Bilingual("法定时限届满", "The legal period has ended"),
                            "clock",
                            Map.of("activity", String.valueOf(execution.getCurrentActivityId()))));
        }
    }

    /** The stage an activity belongs to; empty when people need not see it as one. */
    static String stageOf(Scene scene, String activity) {
        return scene.stages().stream()
                .filter(stage -> stage.activities().contains(activity))
                .map(stage -> stage.id())
                .findFirst()
                .orElse("");
    }

    private static String role(Scene scene, Collection<String> groups) {
        String group = groups.stream().findFirst().orElse(Role.COUNTY_OFFICER.name());
        SceneRole role = scene.roles().get(group);
        return role == null ? group : role.authority();
    }
}
