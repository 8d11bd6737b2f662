package org.citybrain.platform.desk.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.time.Micros;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.problem.FilterValue;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks;
import org.citybrain.platform.process.Tasks.TaskCounts;
import org.citybrain.platform.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for me, and doing it. */
@RestController
final class TodoController {
    private static final int MOST = 5000;

    private final Tasks tasks;
    private final Cases cases;
    private final Regions regions;
    private final CityTime city;

    TodoController(Tasks tasks, Cases cases, Regions regions, CityTime city) {
        this.tasks = tasks;
        this.cases = cases;
        this.regions = regions;
        this.city = city;
    }

    /** One row of the to-do list. */
    record Todo(
            String taskId,
            String caseId,
            String kind,
            Bilingual title,
            String subjectName,
            Shown.Place place,
            @Nullable Instant due,
            String light,
            Bilingual nextAction,
            Instant createdAt,
            @Nullable Instant sourceTime) {}

    /** The list with the figures above it. */
    record Todos(Map<String, Figure> figures, List<Todo> rows, int total) {}

    /** A task as the bench asks for it; times in microseconds since 1970. */
    record Fresh(
            String taskId, String subjectRef, String caseId, List<String> settlementReceipts, long createdAtMicros) {}

    /** Answers to a form; the client id makes sending twice harmless. */
    record Answers(Map<String, Object> values, String clientId) {}

    @GetMapping("/api/todos")
    @Authority(Right.TODO_READ)
    @Audited(AuditEvent.TODO_READ)
    Todos list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "false") boolean dueToday,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        FilterValue.require("state", state, List.of("open", "done"));
        Caller caller = Callers.get();
        Instant now = city.clock().instant();
        Instant dayEnd = java.time.LocalDate.now(city.clock())
                .plusDays(1)
                .atStartOfDay(city.clock().getZone())
                .toInstant();
        Map<String, CaseRecord> known = new LinkedHashMap<>();
        List<TaskRecord> found = tasks.list(caller, state.equals("done") ? "DONE" : "OPEN", MOST).stream()
                .filter(task -> !overdue || before(task.dueCity(), now))
                .filter(task -> !dueToday || before(task.dueCity(), dayEnd))
                .filter(task -> q.isBlank() || matches(task, known.computeIfAbsent(task.caseId(), this::caseOf), q))
                .toList();
        List<Todo> rows = found.stream()
                .skip((long) Math.max(0, page) * size)
                .map(task -> row(task, known.computeIfAbsent(task.caseId(), this::caseOf), now))
                .limit(Math.clamp(size, 1, 500))
                .toList();
        return new Todos(figures(tasks.count(caller)), rows, found.size());
    }

    /** Tasks of the whole city created after a machine time: light, for measuring. */
    @GetMapping("/api/todos/since")
    @Authority(Right.TODO_READ)
    @Audited(AuditEvent.TODO_READ)
    List<Fresh> since(@RequestParam long after) {
        return tasks.createdAfter(Micros.toInstant(after), MOST).stream()
                .filter(task -> Callers.get().covers(task.place()))
                .map(task -> {
                    CaseRecord record = caseOf(task.caseId());
                    return new Fresh(
                            task.id(), record.subject(), record.id(), record.receipts(), Micros.of(task.createdAt()));
                })
                .toList();
    }

    @PostMapping("/api/tasks/{taskId}/complete")
    @Authority(Right.TASK_COMPLETE)
    @Audited(AuditEvent.TASK_COMPLETED)
    Tasks.Completion complete(@PathVariable String taskId, @RequestBody Answers answers) {
        return tasks.complete(Callers.get(), taskId, answers.clientId(), answers.values());
    }

    private Todo row(TaskRecord task, CaseRecord record, Instant now) {
        return new Todo(
                task.id(),
                record.id(),
                task.kind(),
                task.title(),
                record.subjectName(),
                new Shown.Place(record.place(), regions.pathOf(record.place())),
                task.dueCity(),
                Shown.light(task.dueCity(), now),
                task.title(),
                task.createdAt(),
                record.sourceTime());
    }

    private CaseRecord caseOf(String id) {
        return cases.find(id).orElseThrow(() -> new IllegalStateException("a task without its case: " + id));
    }

    private static Map<String, Figure> figures(TaskCounts counts) {
        Instant now = Instant.now();
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("overdue", new Figure(counts.overdue(), "tasks", "todo:overdue", now));
        figures.put("dueToday", new Figure(counts.dueToday(), "tasks", "todo:dueToday", now));
        figures.put("open", new Figure(counts.open(), "tasks", "todo:open", now));
        figures.put("doneToday", new Figure(counts.doneToday(), "tasks", "todo:doneToday", now));
        return figures;
    }

    private static boolean before(@Nullable Instant due, Instant moment) {
        return due != null && due.isBefore(moment);
    }

    private static boolean matches(TaskRecord task, CaseRecord record, String q) {
        return record.id().contains(q)
                || record.subjectName().contains(q)
                || task.title().zh().contains(q)
                || task.title().en().contains(q)
                || record.place().startsWith(q);
    }
}
