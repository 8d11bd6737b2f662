package org.citybrain.platform.indicator.web;

import java.util.List;
import java.util.Optional;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.problem.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Opens the source of any figure. */
@RestController
class SourceController {
    private final List<SourceProvider> providers;

    SourceController(List<SourceProvider> providers) {
        this.providers = providers;
    }

    @GetMapping("/api/sources/{id}")
    @Authority(Right.SOURCE_READ)
    @Audited(AuditEvent.SOURCE_READ)
    SourceView open(@PathVariable String id) {
        return providers.stream()
                .map(provider -> provider.find(id, Callers.get()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("source " + id));
    }
}
