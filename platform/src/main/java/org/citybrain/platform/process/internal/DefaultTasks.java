package org.citybrain.platform.process.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.ProcessProblem;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.Form;
import org.flowable.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks as stored, completed together with the engine. */
@Service
class DefaultTasks implements Tasks {
    private final TaskStore store;
    private final SubmissionStore submissions;
    private final CaseStore cases;
    private final Timelines timelines;
    private final TaskService engine;
    private final Scenes scenes;
    private final Audit audit;
    private final Worksheets worksheets;

    DefaultTasks(
            TaskStore store,
            SubmissionStore submissions,
            CaseStore cases,
            Timelines timelines,
            TaskService engine,
            Scenes scenes,
            Audit audit,
            Worksheets worksheets) {
        this.store = store;
        this.submissions = submissions;
        this.cases = cases;
        this.timelines = timelines;
        this.engine = engine;
        this.scenes = scenes;
        this.audit = audit;
        this.worksheets = worksheets;
    }

    @Override
    public Optional<TaskRecord> find(String taskId) {
        return store.find(taskId);
    }

    @Override
    public List<TaskRecord> list(Caller caller, String state, int limit) {
        return store.list(caller, state, CityDays.startOf(CityDays.day(timelines.cityNow())), limit);
    }

    @Override
    public Optional<Worksheet> findWorksheet(String taskId) {
        return store.find(taskId).map(worksheets::of);
    }

    @Override
    public TaskCounts count(Caller caller) {
        Instant now = timelines.cityNow();
        LocalDate today = CityDays.day(now);
        return store.count(caller, now, CityDays.startOf(today), CityDays.startOf(today.plusDays(1)));
    }

    @Override
    public List<TaskRecord> ofCase(String caseId) {
        return store.ofCase(caseId);
    }

    @Override
    public List<TaskRecord> createdAfter(Instant after, int limit) {
        return store.createdAfter(after, limit);
    }

    @Override
    @Transactional
    public Completion complete(Caller caller, String taskId, String clientId, Map<String, Object> answers) {
        TaskRecord task =
                store.lock(taskId).orElseThrow(() -> Refusal.of(ProcessProblem.UNKNOWN_TASK, "task " + taskId));
        Optional<String> taken = submissions.find(clientId);
        if (taken.isPresent()) {
            if (!taken.get().equals(taskId)) {
                throw Refusal.of(ProcessProblem.CLIENT_ID_TAKEN, clientId);
            }
            return new Completion(taskId, task.caseId(), true);
        }
        refuseUnlessDoable(caller, task);
        CaseRecord record = cases.get(task.caseId());
        checkAnswers(record, task, answers);
        submissions.insert(clientId, taskId, caller.login());
        store.done(taskId, caller.login(), answers, timelines.cityNow());
        timelines.add(
                record.id(),
                Timelines.Entry.of(
                        "TASK_DONE",
                        new Bilingual(task.title().zh() + "已办理", task.title().en() + ": done"),
                        caller.login(),
                        Map.of("task", taskId, "stage", record.stage())));
        audit.record(AuditEvent.TASK_COMPLETED, "task:" + taskId, Map.of("case", record.id(), "kind", task.kind()));
        String form = task.form();
        engine.complete(taskId, form == null ? Map.of() : Map.of(form, new LinkedHashMap<>(answers)));
        return new Completion(taskId, record.id(), false);
    }

    @Override
    @Transactional
    public void attach(Caller caller, String taskId, Attachment attachment) {
        TaskRecord task =
                store.find(taskId).orElseThrow(() -> Refusal.of(ProcessProblem.UNKNOWN_TASK, "task " + taskId));
        if (!answersFor(caller, task)) {
            throw Refusal.of(ProcessProblem.NOT_YOURS, task.role() + " " + task.place());
        }
        if (attachment.bytes().length > SubmissionStore.LARGEST) {
            throw Refusal.of(ProcessProblem.ATTACHMENT_TOO_LARGE, attachment.bytes().length + " bytes");
        }
        submissions.attach(task, attachment, caller.login());
    }

    private static void refuseUnlessDoable(Caller caller, TaskRecord task) {
        if (!answersFor(caller, task)) {
            throw Refusal.of(ProcessProblem.NOT_YOURS, task.role() + " " + task.place());
        }
        if (!task.state().equals("OPEN")) {
            throw Refusal.of(ProcessProblem.TASK_OVER, task.state() + " " + task.doneBy());
        }
    }

    /** The role and place of the task, or a program of this home acting for the sample city. */
    private static boolean answersFor(Caller caller, TaskRecord task) {
        boolean role = caller.roles().stream().anyMatch(each -> each.name().equals(task.role()));
        return caller.is(Role.MACHINE) || (role && caller.covers(task.place()));
    }

    private void checkAnswers(CaseRecord record, TaskRecord task, Map<String, Object> answers) {
        String id = task.form();
        Form form = id == null
                ? null
                : scenes.get(record.scene(), record.version()).scene().forms().get(id);
        if (form == null) {
            return;
        }
        List<String> mistakes = FormCheck.check(form.schema(), answers);
        if (!mistakes.isEmpty()) {
            throw Refusal.of(ProcessProblem.ANSWERS_WRONG, String.join("; ", mistakes));
        }
    }
}
