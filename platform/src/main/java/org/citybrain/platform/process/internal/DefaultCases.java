package org.citybrain.platform.process.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.process.LegalClock;
import org.citybrain.platform.process.Stage;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.TimelineEntry;
import org.citybrain.platform.scene.Scenes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The cases as stored. */
@Service
class DefaultCases implements Cases {
    private final CaseStore cases;
    private final TimelineStore timelines;
    private final TaskStore tasks;
    private final ClockStore clocks;
    private final Scenes scenes;

    DefaultCases(CaseStore cases, TimelineStore timelines, TaskStore tasks, ClockStore clocks, Scenes scenes) {
        this.cases = cases;
        this.timelines = timelines;
        this.tasks = tasks;
        this.clocks = clocks;
        this.scenes = scenes;
    }

    @Override
    public Optional<CaseRecord> find(String id) {
        return cases.find(id);
    }

    @Override
    public List<CaseRecord> list(@Nullable String stage, @Nullable String state, String region, int limit) {
        return cases.list(stage, state, region, limit);
    }

    @Override
    public Map<String, Long> countByStage(String region) {
        return cases.countByStage(region);
    }

    @Override
    public SortedSet<String> stageIds() {
        SortedSet<String> ids = new TreeSet<>(cases.stages());
        scenes.list().forEach(installed -> installed.scene().stages().forEach(stage -> ids.add(stage.id())));
        return ids;
    }

    @Override
    public List<TimelineEntry> timeline(String caseId) {
        return timelines.list(caseId);
    }

    @Override
    public List<Stage> stages(CaseRecord record) {
        Map<String, LegalClock> legal = clocks.ofCase(record.id()).stream()
                .collect(Collectors.toMap(LegalClock::stage, Function.identity(), (first, second) -> second));
        Map<String, Instant> entered = entered(record.id());
        List<org.citybrain.sceneformat.Stage> all =
                scenes.get(record.scene(), record.version()).scene().stages();
        int current = indexOf(all, record.stage());
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            org.citybrain.sceneformat.Stage stage = all.get(i);
            Instant from = entered.get(stage.id());
            stages.add(new Stage(
                    stage.id(),
                    new Bilingual(stage.title().zh(), stage.title().en()),
                    state(record, i, current),
                    legal.get(stage.id()),
                    from,
                    from == null ? null : seconds(from, next(all, i, entered, record))));
        }
        return stages;
    }

    @Override
    public Map<String, Map<String, Object>> answers(String caseId) {
        Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        for (TaskRecord task : tasks.ofCase(caseId)) {
            String form = task.form();
            if (form != null && task.state().equals("DONE")) {
                answers.put(form, task.answers());
            }
        }
        return answers;
    }

    private Map<String, Instant> entered(String caseId) {
        Map<String, Instant> entered = new LinkedHashMap<>();
        for (TimelineEntry entry : timelines.list(caseId)) {
            if (entry.detail().get("stage") instanceof String stage) {
                entered.putIfAbsent(stage, entry.at());
            }
        }
        return entered;
    }

    private static int indexOf(List<org.citybrain.sceneformat.Stage> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static String state(CaseRecord record, int index, int current) {
        boolean closed = record.state().equals("CLOSED");
        if (index < current || (closed && index <= current)) {
            return "DONE";
        }
        return index == current && record.open() ? "CURRENT" : "AHEAD";
    }

    private static Instant next(
            List<org.citybrain.sceneformat.Stage> all, int index, Map<String, Instant> entered, CaseRecord record) {
        for (int i = index + 1; i < all.size(); i++) {
            Instant at = entered.get(all.get(i).id());
            if (at != null) {
                return at;
            }
        }
        Instant ended = record.endedAt();
        return ended == null ? Instant.now() : ended;
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }
}
