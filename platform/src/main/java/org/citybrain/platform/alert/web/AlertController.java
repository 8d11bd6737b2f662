package org.citybrain.platform.alert.web;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.alert.Alert;
import org.citybrain.platform.alert.Alerts;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.problem.FilterValue;
import org.citybrain.platform.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The alerts of the reader's region. */
@RestController
final class AlertController {
    private final Alerts alerts;
    private final Regions regions;

    AlertController(Alerts alerts, Regions regions) {
        this.alerts = alerts;
        this.regions = regions;
    }

    /** A division with its name. */
    record Place(String code, String name) {}

    /** One alert. */
    record Row(
            String id,
            String scene,
            String kind,
            String level,
            Bilingual title,
            @Nullable Object reason,
            @Nullable Object subjectName,
            Place place,
            String state,
            Instant raisedAt,
            @Nullable Instant withdrawnAt,
            String decisionId) {}

    /** A list with its length. */
    record Rows(List<Row> rows, int total) {}

    @GetMapping("/api/alerts")
    @Authority(Right.ALERT_READ)
    @Audited(AuditEvent.ALERTS_READ)
    Rows list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        FilterValue.require("state", state, List.of("RAISED", "WITHDRAWN"));
        FilterValue.require("level", level, List.of("BLUE", "YELLOW", "ORANGE", "RED"));
        List<Alert> found = alerts.list(state, Callers.get().region(), 5000).stream()
                .filter(alert -> level == null || alert.level().equals(level))
                .toList();
        List<Row> rows = found.stream()
                .skip((long) Math.max(0, page) * size)
                .limit(Math.clamp(size, 1, 500))
                .map(this::row)
                .toList();
        return new Rows(rows, found.size());
    }

    private Row row(Alert alert) {
        return new Row(
                alert.id(),
                alert.scene(),
                alert.kind(),
                alert.level(),
                alert.title(),
                alert.detail().get("sentence"),
                alert.detail().get("name"),
                new Place(alert.place(), regions.pathOf(alert.place())),
                alert.state(),
                alert.raisedAt(),
                alert.withdrawnAt(),
                alert.decision());
    }
}
