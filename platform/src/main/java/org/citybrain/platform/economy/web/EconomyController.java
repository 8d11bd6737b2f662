package org.citybrain.platform.economy.web;

import java.time.Instant;
import java.util.List;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.economy.Economy;
import org.citybrain.platform.economy.Revision;
import org.citybrain.platform.economy.Series;
import org.citybrain.platform.problem.FilterValue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Economic series: no person or firm is shown. */
@RestController
@RequestMapping("/api/economy/series")
class EconomyController {
    private final Economy economy;

    EconomyController(Economy economy) {
        this.economy = economy;
    }

    @GetMapping
    @Authority(Right.ECONOMY_READ)
    @Audited(AuditEvent.INDICATOR_READ)
    List<Series> list() {
        return economy.list();
    }

    @GetMapping("/{code}")
    @Authority(Right.ECONOMY_READ)
    @Audited(AuditEvent.INDICATOR_READ)
    Series read(
            @PathVariable String code,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(required = false) @Nullable Instant asKnown) {
        FilterValue.require("by", by, List.of("month", "quarter"));
        return economy.read(code, by, asKnown);
    }

    @GetMapping("/{code}/revisions")
    @Authority(Right.ECONOMY_READ)
    @Audited(AuditEvent.INDICATOR_READ)
    List<Revision> revisions(@PathVariable String code) {
        return economy.revisions(code);
    }
}
