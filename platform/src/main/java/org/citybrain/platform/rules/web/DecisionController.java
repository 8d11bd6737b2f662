package org.citybrain.platform.rules.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.Explained;
import org.citybrain.platform.rules.RecordedDecisions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A decision explained, and decided again for another day. */
@RestController
final class DecisionController {
    private final RecordedDecisions decisions;

    DecisionController(RecordedDecisions decisions) {
        this.decisions = decisions;
    }

    /** Which rule decided. */
    record RuleShown(String id, String version, String scene, String sceneVersion) {}

    /** An input under a line; receipt is the newest row's. */
    record InputShown(
            String name,
            Bilingual label,
            @Nullable String value,
            String unit,
            String source,
            @Nullable String receipt,
            @Nullable Instant asOf,
            List<Bilingual> missing) {}

    /** A dated parameter as it was taken. */
    record ParameterShown(
            String id, Bilingual title, String value, String unit, LocalDate from, Bilingual basis, boolean verified) {}

    /** A line with what it rests on. */
    record LineShown(
            Bilingual label,
            String value,
            String unit,
            @Nullable String source,
            String line,
            String result,
            @Nullable ParameterShown parameter,
            List<InputShown> inputs,
            @Nullable Bilingual mend) {}

    /** The page of a decision; a replay names the day and is not stored. */
    record DecisionShown(
            String id,
            @Nullable String caseId,
            String scene,
            String subject,
            @Nullable String subjectName,
            String period,
            Bilingual sentence,
            String outcome,
            RuleShown rule,
            LocalDate cityDay,
            LocalDate parameterDay,
            Instant decidedAt,
            @Nullable String replaces,
            @Nullable String replayOf,
            List<LineShown> lines,
            List<InputShown> inputs,
            List<ParameterShown> parameters,
            Map<String, String> values,
            List<String> receipts,
            Map<String, Long> positions) {}

    /** Before the one no rule here was in force; beyond the other lies nobody's plan. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

    /** The day to decide for. */
    record Day(@Nullable LocalDate day) {}

    @GetMapping("/api/decisions/{id}")
    @Authority(Right.DECISION_READ)
    @Audited(AuditEvent.DECISION_READ)
    DecisionShown read(@PathVariable String id) {
        return shown(get(id), id, null);
    }

    @PostMapping("/api/decisions/{id}/replay")
    @Authority(Right.DECISION_REPLAY)
    @Audited(AuditEvent.DECISION_REPLAYED)
    DecisionShown replay(@PathVariable String id, @RequestBody Day asked) {
        get(id);
        LocalDate day = asked.day();
        if (day == null) {
            throw Refusal.badRequest("请写明日期, 如 2026-12-01 · say the day, as 2026-12-01");
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw Refusal.badRequest("日期须在此之间 · the day must lie between " + FIRST_DAY + " / " + LAST_DAY);
        }
        return shown(decisions.replay(id, day), id, id);
    }

    /** What waits for a decision, as figures. */
    record QueueShown(Figure waiting, Figure failing, Figure oldest) {}

    @GetMapping("/api/decisions/waiting")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.DECISION_READ)
    QueueShown waiting() {
        RecordedDecisions.Queue queue = decisions.queue();
        Instant now = queue.asOf();
        return new QueueShown(
                new Figure(queue.waiting(), "candidates", RecordedDecisions.QUEUE_SOURCE, now),
                new Figure(queue.failing(), "candidates", RecordedDecisions.QUEUE_SOURCE, now),
                new Figure(Math.round(queue.oldestSeconds()), "seconds", RecordedDecisions.QUEUE_SOURCE, now));
    }

    private DecisionRecord get(String id) {
        DecisionRecord record = decisions.find(id).orElseThrow(() -> Refusal.notFound("decision " + id));
        if (!record.explained().isCoveredBy(Callers.get())) {
            throw Refusal.notFound("decision " + id);
        }
        return record;
    }

    private static DecisionShown shown(DecisionRecord record, String sourceId, @Nullable String replayOf) {
        Explained explained = record.explained();
        Map<String, InputShown> inputs = new LinkedHashMap<>();
        explained.inputs().forEach(input -> inputs.put(input.name(), input(sourceId, input)));
        Map<String, ParameterShown> parameters = new LinkedHashMap<>();
        explained.parameters().forEach(used -> parameters.put(used.name(), parameter(used)));
        return new DecisionShown(
                sourceId,
                record.caseId(),
                record.scene(),
                record.subject(),
                name(explained),
                record.period(),
                explained.sentence(),
                record.outcome(),
                new RuleShown(record.rule(), record.ruleVersion(), record.scene(), record.version()),
                record.cityDay(),
                explained.parameterDay(),
                record.decidedAt(),
                replayOf == null ? record.replaces() : null,
                replayOf,
                explained.lines().stream()
                        .map(line -> line(line, inputs, parameters))
                        .toList(),
                List.copyOf(inputs.values()),
                List.copyOf(parameters.values()),
                explained.values(),
                record.receipts(),
                record.positions());
    }

    private static @Nullable String name(Explained explained) {
        return explained.inputs().stream()
                .filter(Explained.Input::isPrivate)
                .map(Explained.Input::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static LineShown line(
            Explained.Line line, Map<String, InputShown> inputs, Map<String, ParameterShown> parameters) {
        List<InputShown> used =
                line.inputs().stream().map(inputs::get).filter(Objects::nonNull).toList();
        String parameter = line.parameter();
        return new LineShown(
                line.label(),
                line.value(),
                line.unit(),
                used.isEmpty() ? null : used.getFirst().source(),
                line.line(),
                line.result(),
                parameter == null ? null : parameters.get(parameter),
                used,
                line.mend());
    }

    private static InputShown input(String decision, Explained.Input input) {
        Explained.Row newest = input.rows().stream()
                .max(java.util.Comparator.comparing(Explained.Row::knownTime))
                .orElse(null);
        return new InputShown(
                input.name(),
                input.title(),
                input.value(),
                input.unit(),
                "decision:" + decision + ":" + input.name(),
                newest == null ? null : newest.receipt(),
                newest == null ? null : newest.knownTime(),
                input.missing());
    }

    private static ParameterShown parameter(Explained.Used used) {
        return new ParameterShown(
                used.id(), used.title(), used.value(), used.unit(), used.from(), used.basis(), used.verified());
    }
}
