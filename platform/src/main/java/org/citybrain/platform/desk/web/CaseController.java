package org.citybrain.platform.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.problem.FilterValue;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.process.Stage;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks;
import org.citybrain.platform.process.TimelineEntry;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.Explained;
import org.citybrain.platform.rules.RecordedDecisions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases and the page of one. */
@RestController
final class CaseController {
    private final Cases cases;
    private final Tasks tasks;
    private final RecordedDecisions decisions;
    private final Regions regions;
    private final CityTime city;

    CaseController(Cases cases, Tasks tasks, RecordedDecisions decisions, Regions regions, CityTime city) {
        this.cases = cases;
        this.tasks = tasks;
        this.decisions = decisions;
        this.regions = regions;
        this.city = city;
    }

    /** One row of the list of cases. */
    record CaseRow(
            String id,
            String scene,
            Bilingual title,
            String subjectName,
            Shown.Place place,
            String stage,
            Bilingual stageTitle,
            String state,
            String light,
            @Nullable Instant due,
            Instant openedAt,
            @Nullable Instant endedAt) {}

    /** A page of cases with the count of each stage. */
    record CaseList(List<CaseRow> rows, int total, List<StageCount> stages) {}

    /** How many open cases wait in a stage. */
    record StageCount(String id, Bilingual title, Figure count) {}

    /** A legal term: how long by which parameter. */
    record LegalTerm(Instant startedAt, Instant due, int amount, String kind, String parameter, String basis) {}

    /** Seconds of machine time. */
    record MachineTerm(
            @Nullable Instant startedAt, @Nullable Double seconds) {}

    /** A step of the stage bar. */
    record StageShown(
            String id,
            Bilingual title,
            String state,
            @Nullable LegalTerm legalClock,
            @Nullable MachineTerm machineClock) {}

    /** A fact of the case with the source a page opens. */
    record Fact(Bilingual label, @Nullable String value, String unit, String source, Instant asOf) {}

    /** What the reader may do now. */
    record Action(
            String taskId,
            Bilingual name,
            Map<String, Object> form,
            Map<String, Object> uiSchema,
            Map<String, Tasks.Prefilled> prefill) {}

    /** The page of a case. */
    record CasePage(
            String id,
            String scene,
            Bilingual title,
            String subjectName,
            String subject,
            Shown.Place place,
            String stage,
            String state,
            String decisionId,
            @Nullable String proposalId,
            Instant openedAt,
            @Nullable Instant endedAt,
            List<StageShown> stages,
            List<Fact> facts,
            List<TimelineEntry> timeline,
            List<Action> actions) {}

    @GetMapping("/api/cases")
    @Authority(Right.CASE_READ)
    @Audited(AuditEvent.CASES_LISTED)
    CaseList list(
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        FilterValue.require("stage", stage, cases.stageIds());
        FilterValue.require("state", state, List.of("OPEN", "CLOSED", "REFUSED", "WITHDRAWN"));
        List<CaseRecord> found = cases.list(stage, state, Callers.get().region(), 5000).stream()
                .filter(record -> q.isBlank()
                        || record.subjectName().contains(q)
                        || record.id().contains(q)
                        || record.place().startsWith(q))
                .toList();
        List<CaseRow> rows = found.stream()
                .skip((long) Math.max(0, page) * size)
                .limit(Math.clamp(size, 1, 500))
                .map(this::row)
                .toList();
        return new CaseList(rows, found.size(), counts(found));
    }

    @GetMapping("/api/cases/{id}")
    @Authority(Right.CASE_READ)
    @Audited(AuditEvent.CASE_READ)
    CasePage page(@PathVariable String id) {
        Caller caller = Callers.get();
        CaseRecord record = cases.find(id)
                .filter(found -> caller.covers(found.place()))
                .orElseThrow(() -> Refusal.notFound("case " + id));
        return new CasePage(
                record.id(),
                record.scene(),
                record.title(),
                record.subjectName(),
                record.subject(),
                place(record),
                record.stage(),
                record.state(),
                record.decision(),
                record.proposal(),
                record.openedAt(),
                record.endedAt(),
                cases.stages(record).stream().map(CaseController::shown).toList(),
                facts(record),
                cases.timeline(id),
                actions(record, caller));
    }

    private CaseRow row(CaseRecord record) {
        List<Stage> stages = cases.stages(record);
        Optional<Stage> current = stages.stream()
                .filter(stage -> stage.id().equals(record.stage()))
                .findFirst();
        Instant due = current.map(Stage::legal).map(legal -> legal.due()).orElse(null);
        return new CaseRow(
                record.id(),
                record.scene(),
                record.title(),
                record.subjectName(),
                place(record),
                record.stage(),
                current.map(Stage::title).orElse(record.title()),
                record.state(),
                record.open() ? Shown.light(due, city.clock().instant()) : "PAUSED",
                due,
                record.openedAt(),
                record.endedAt());
    }

    private List<StageCount> counts(List<CaseRecord> found) {
        Map<String, Long> counts = cases.countByStage(Callers.get().region());
        return cases.list(null, null, "", 1).stream().findFirst().map(cases::stages).orElse(List.of()).stream()
                .map(stage -> new StageCount(
                        stage.id(),
                        stage.title(),
                        new Figure(counts.getOrDefault(stage.id(), 0L), "cases", "cases:" + stage.id(), Instant.now())))
                .toList();
    }

    private Shown.Place place(CaseRecord record) {
        return new Shown.Place(record.place(), regions.pathOf(record.place()));
    }

    private static StageShown shown(Stage stage) {
        var legal = stage.legal();
        return new StageShown(
                stage.id(),
                stage.title(),
                stage.state(),
                legal == null
                        ? null
                        : new LegalTerm(
                                legal.started(),
                                legal.due(),
                                legal.amount(),
                                legal.kind(),
                                legal.parameter(),
                                legal.basis()),
                stage.enteredAt() == null ? null : new MachineTerm(stage.enteredAt(), stage.machineSeconds()));
    }

    /** What the decisions of the case rest on; the later decision's word on an input counts. */
    private List<Fact> facts(CaseRecord record) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Stream.of(Optional.of(record.decision()), Optional.ofNullable(record.proposal()))
                .flatMap(Optional::stream)
                .map(decisions::find)
                .flatMap(Optional::stream)
                .forEach(decision ->
                        decision.explained().inputs().forEach(input -> facts.put(input.name(), fact(decision, input))));
        return new ArrayList<>(facts.values());
    }

    static Fact fact(DecisionRecord decision, Explained.Input input) {
        Instant asOf = input.rows().stream()
                .map(Explained.Row::knownTime)
                .max(Instant::compareTo)
                .orElse(decision.decidedAt());
        return new Fact(
                input.title(), input.value(), input.unit(), "decision:" + decision.id() + ":" + input.name(), asOf);
    }

    private List<Action> actions(CaseRecord record, Caller caller) {
        return tasks.ofCase(record.id()).stream()
                .filter(task -> task.state().equals("OPEN"))
                .filter(task ->
                        caller.roles().stream().anyMatch(role -> role.name().equals(task.role())))
                .map(this::action)
                .toList();
    }

    private Action action(TaskRecord task) {
        Tasks.Worksheet sheet = tasks.findWorksheet(task.id())
                .orElseThrow(() -> new IllegalStateException("a task without its sheet: " + task.id()));
        return new Action(
                task.id(),
                task.title(),
                Shown.schema(sheet.schema(), sheet.ui()),
                Shown.uiSchema(sheet.ui()),
                sheet.prefill());
    }
}
