package org.citybrain.platform.desk.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.indicator.SourceView.Link;
import org.citybrain.platform.indicator.SourceView.ReceiptLink;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the figures of the desk: {@code todo:<filter>}, {@code cases:<stage>} and {@code case:<id>}. */
@Component
class DeskSources implements SourceProvider {
    private static final int MOST = 500;
    private static final Map<String, Bilingual> TODOS = Map.of(
            "open", new Bilingual("本岗位辖区内未办结的任务", "Open tasks of my role and region"),
            "overdue", new Bilingual("未办结且已过法定时限的任务", "Open tasks past their legal time"),
            "dueToday", new Bilingual("未办结且今日（城市日）到期的任务", "Open tasks due until the end of the city day"),
            "doneToday", new Bilingual("今日（城市日）办结的任务", "Tasks done on the city day"));

    private final Tasks tasks;
    private final Cases cases;
    private final CityTime city;

    DeskSources(Tasks tasks, Cases cases, CityTime city) {
        this.tasks = tasks;
        this.cases = cases;
        this.city = city;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        int colon = id.indexOf(':');
        String name = id.substring(colon + 1);
        return switch (colon < 0 ? "" : id.substring(0, colon)) {
            case "todo" -> todos(id, name, reader);
            case "cases" ->
                reader.may(Right.CASE_READ) && cases.stageIds().contains(name)
                        ? Optional.of(ofStage(id, name, reader))
                        : Optional.empty();
            case "case" ->
                cases.find(name)
                        .filter(record -> reader.may(Right.CASE_READ) && reader.covers(record.place()))
                        .map(record -> ofCase(id, record));
            default -> Optional.empty();
        };
    }

    private Optional<SourceView> todos(String id, String filter, Caller reader) {
        Bilingual definition = TODOS.get(filter);
        if (definition == null) {
            return Optional.empty();
        }
        Instant now = city.clock().instant();
        List<TaskRecord> found = tasks.list(reader, filter.equals("doneToday") ? "DONE" : "OPEN", MOST).stream()
                .filter(task -> !filter.equals("dueToday")
                        || (task.dueCity() != null && task.dueCity().isBefore(dayEnd())))
                .filter(task -> !filter.equals("overdue")
                        || (task.dueCity() != null && task.dueCity().isBefore(now)))
                .toList();
        String query = "process.task: role ∈ " + reader.roles() + ", place ~ " + reader.region() + "*, " + filter;
        return Optional.of(
                view(id, definition, query, found.stream().map(DeskSources::row).toList(), List.of()));
    }

    private Instant dayEnd() {
        return LocalDate.now(city.clock())
                .plusDays(1)
                .atStartOfDay(city.clock().getZone())
                .toInstant();
    }

    private SourceView ofStage(String id, String stage, Caller reader) {
        List<CaseRecord> found = cases.list(stage, "OPEN", reader.region(), MOST);
        return view(
                id,
                new Bilingual("停留在该环节的未结个案", "Open cases waiting in the stage"),
                "process.cases: state = OPEN, stage = " + stage,
                found.stream().map(DeskSources::row).toList(),
                found.stream()
                        .flatMap(record -> record.receipts().stream())
                        .limit(MOST)
                        .map(ReceiptLink::parse)
                        .toList());
    }

    private static SourceView ofCase(String id, CaseRecord record) {
        return view(
                id,
                record.title(),
                "process.cases: id = " + record.id(),
                List.of(row(record)),
                record.receipts().stream().map(ReceiptLink::parse).toList());
    }

    private static SourceView view(
            String id,
            Bilingual definition,
            String query,
            List<Map<String, @Nullable Object>> rows,
            List<ReceiptLink> receipts) {
        return new SourceView(
                id,
                definition,
                query,
                Instant.now(),
                rows,
                rows.size(),
                receipts,
                List.of(new Link("cases", "/cases")));
    }

    private static Map<String, @Nullable Object> row(TaskRecord task) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("task", task.id());
        row.put("case", task.caseId());
        row.put("kind", task.kind());
        row.put("place", task.place());
        row.put("state", task.state());
        row.put("createdAt", task.createdAt());
        row.put("due", task.dueCity());
        return row;
    }

    private static Map<String, @Nullable Object> row(CaseRecord record) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("case", record.id());
        row.put("subject", record.subject());
        row.put("name", record.subjectName());
        row.put("stage", record.stage());
        row.put("state", record.state());
        row.put("place", record.place());
        row.put("decision", record.decision());
        row.put("openedAt", record.openedAt());
        return row;
    }
}
