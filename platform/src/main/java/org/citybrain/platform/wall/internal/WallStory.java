package org.citybrain.platform.wall.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.alert.Alert;
import org.citybrain.platform.alert.Alerts;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.process.Stage;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.RecordedDecisions;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.platform.wall.WallPicture.County;
import org.citybrain.platform.wall.WallPicture.ShownAlert;
import org.citybrain.platform.wall.WallPicture.ShownDecision;
import org.citybrain.platform.wall.WallPicture.ShownStage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The wall's alerts, cases and decisions. */
@Component
class WallStory {
    static final String ALERTS = "indicator:alerts";
    static final String COUNTY_ALERTS = ALERTS + "-";
    static final String CASES = "indicator:cases-by-stage";

    private static final int NEWEST = 8;
    private static final int SAMPLE = 500;

    private final Alerts alerts;
    private final Cases cases;
    private final RecordedDecisions decisions;
    private final Scenes scenes;
    private final Regions regions;

    WallStory(Alerts alerts, Cases cases, RecordedDecisions decisions, Scenes scenes, Regions regions) {
        this.alerts = alerts;
        this.cases = cases;
        this.decisions = decisions;
        this.scenes = scenes;
        this.regions = regions;
    }

    List<County> counties() {
        Map<String, Long> standing = alerts.standingByCounty();
        return regions.counties().stream()
                .map(county -> new County(
                        county.code(),
                        county.name(),
                        standing.getOrDefault(county.code(), 0L),
                        "alerts",
                        COUNTY_ALERTS + county.code()))
                .toList();
    }

    List<ShownAlert> newestAlerts() {
        return alerts.list("RAISED", "", NEWEST).stream().map(this::shown).toList();
    }

    List<ShownStage> stages(Instant now) {
        Map<String, Bilingual> titles = titles();
        List<ShownStage> shown = new ArrayList<>();
        cases.countByStage("")
                .forEach((stage, count) -> shown.add(new ShownStage(
                        stage,
                        titles.getOrDefault(stage, ENDED.getOrDefault(stage, new Bilingual(stage, stage))),
                        new Figure(count, "cases", CASES, now),
                        CASES)));
        return shown;
    }

    List<ShownDecision> newestDecisions() {
        return scenes.list().stream()
                .flatMap(scene -> decisions.list(scene.id(), NEWEST).stream())
                .sorted(Comparator.comparing(DecisionRecord::decidedAt).reversed())
                .limit(NEWEST)
                .map(decision -> new ShownDecision(
                        decision.id(), decision.explained().sentence(), decision.outcome(), decision.decidedAt()))
                .toList();
    }

    private static final Map<String, Bilingual> ENDED = Map.of(
            "CLOSED", new Bilingual("已办结", "Closed"),
            "REFUSED", new Bilingual("不予认定", "Refused"),
            "WITHDRAWN", new Bilingual("已撤回", "Withdrawn"));

    private Map<String, Bilingual> titles() {
        Map<String, Bilingual> titles = new LinkedHashMap<>();
        for (CaseRecord record : cases.list(null, null, "", SAMPLE)) {
            if (!titles.containsKey(record.stage())) {
                cases.stages(record).forEach((Stage stage) -> titles.putIfAbsent(stage.id(), stage.title()));
            }
        }
        return titles;
    }

    private ShownAlert shown(Alert alert) {
        return new ShownAlert(
                alert.id(),
                alert.scene(),
                alert.level(),
                alert.title(),
                place(alert.place()),
                alert.state(),
                alert.raisedAt(),
                alert.decision());
    }

    private @Nullable Region place(String code) {
        return code.matches("\\d{6}|\\d{9}|\\d{12}") ? new Region(code, regions.pathOf(code)) : null;
    }
}
