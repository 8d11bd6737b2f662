package org.citybrain.platform.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.desk.FieldItem;
import org.citybrain.platform.desk.FieldSync;
import org.citybrain.platform.desk.web.CaseController.Fact;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.rules.RecordedDecisions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The phone of the grid worker: everything a visit needs before the signal is gone, and what comes back. */
@RestController
final class FieldController {
    private static final int MOST = 200;

    private final Tasks tasks;
    private final Cases cases;
    private final RecordedDecisions decisions;
    private final FieldSync sync;
    private final Regions regions;
    private final CityTime city;

    FieldController(
            Tasks tasks, Cases cases, RecordedDecisions decisions, FieldSync sync, Regions regions, CityTime city) {
        this.tasks = tasks;
        this.cases = cases;
        this.decisions = decisions;
        this.sync = sync;
        this.regions = regions;
        this.city = city;
    }

    /** The card of whom to visit; the ref is opaque. */
    record Household(String ref, List<Fact> facts) {}

    /** One visit with its form. */
    record Visit(
            String taskId,
            String caseId,
            Bilingual title,
            String subjectName,
            Shown.Place place,
            String address,
            @Nullable Instant due,
            String light,
            Household household,
            Map<String, Object> form,
            Map<String, Object> uiSchema,
            Map<String, Tasks.Prefilled> prefill) {}

    /** A list with its length. */
    record Visits(List<Visit> rows, int total) {}

    /** What a phone sends. */
    record Items(@Nullable List<@Nullable FieldItem> items) {}

    /** What became of each item. */
    record Results(List<FieldSync.Result> results) {}

    @GetMapping("/api/field/visits")
    @Authority(Right.FIELD_WORK)
    @Audited(AuditEvent.VISITS_READ)
    Visits visits() {
        List<Visit> rows = tasks.list(Callers.get(), "OPEN", MOST).stream()
                .map(this::visit)
                .toList();
        return new Visits(rows, rows.size());
    }

    @PostMapping("/api/field/sync")
    @Authority(Right.FIELD_WORK)
    @Audited(AuditEvent.VISITS_SYNCED)
    Results sync(@RequestBody Items items) {
        List<FieldItem> done = new ArrayList<>();
        for (FieldItem item : items.items() == null ? List.<FieldItem>of() : items.items()) {
            if (item == null || isBlank(item.clientId()) || isBlank(item.taskId())) {
                throw Refusal.badRequest("每一项都需要 clientId 和 taskId · every item needs a clientId and a taskId");
            }
            done.add(item);
        }
        return new Results(sync.sync(Callers.get(), done));
    }

    private Visit visit(TaskRecord task) {
        CaseRecord record = cases.find(task.caseId())
                .orElseThrow(() -> new IllegalStateException("a task without its case: " + task.id()));
        Tasks.Worksheet sheet = tasks.findWorksheet(task.id())
                .orElseThrow(() -> new IllegalStateException("a task without its sheet: " + task.id()));
        List<Fact> facts = decisions.find(record.decision()).stream()
                .flatMap(decision ->
                        decision.explained().inputs().stream().map(input -> CaseController.fact(decision, input)))
                .toList();
        String place = regions.pathOf(record.place());
        return new Visit(
                task.id(),
                record.id(),
                task.title(),
                record.subjectName(),
                new Shown.Place(record.place(), place),
                place,
                task.dueCity(),
                Shown.light(task.dueCity(), city.clock().instant()),
                new Household(record.subject(), facts),
                Shown.schema(sheet.schema(), sheet.ui()),
                Shown.uiSchema(sheet.ui()),
                sheet.prefill());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
