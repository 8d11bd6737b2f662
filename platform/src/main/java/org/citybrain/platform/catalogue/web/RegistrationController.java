package org.citybrain.platform.catalogue.web;

import java.util.List;
import java.util.Map;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.catalogue.CatalogueProblem;
import org.citybrain.platform.catalogue.Department;
import org.citybrain.platform.catalogue.Need;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.catalogue.internal.Registrations;
import org.citybrain.platform.catalogue.internal.WaitingNeeds;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Registering departments and resources, accepting versions, answering requests for data. */
@RestController
final class RegistrationController {

    private final Registrations registrations;
    private final Needs needs;
    private final WaitingNeeds waiting;

    RegistrationController(Registrations registrations, Needs needs, WaitingNeeds waiting) {
        this.registrations = registrations;
        this.needs = needs;
        this.waiting = waiting;
    }

    /** A department as it is registered. */
    record DepartmentForm(@Nullable String code, @Nullable JsonNode title) {}

    /** A data officer's answer. */
    record Answer(boolean granted, @Nullable String basis) {}

    @PostMapping("/api/departments")
    @Authority(Right.CATALOGUE_WRITE)
    @Audited(AuditEvent.DEPARTMENT_REGISTERED)
    Department department(@RequestBody DepartmentForm form) {
        if (form.code() == null) {
            throw Refusal.of(CatalogueProblem.BAD_REGISTRATION, "缺少 code · code is missing");
        }
        if (form.title() == null || form.title().isNull()) {
            throw Refusal.of(CatalogueProblem.BAD_REGISTRATION, "缺少 title · title is missing");
        }
        Department department = new Department(form.code(), ResourceForm.text(form.title(), form.code()));
        registrations.register(department);
        return department;
    }

    @PostMapping("/api/resources")
    @Authority(Right.CATALOGUE_WRITE)
    @Audited(AuditEvent.RESOURCE_REGISTERED)
    ResponseEntity<Map<String, Object>> resource(@RequestBody ResourceForm form) {
        var resource = form.toResource();
        boolean added = registrations.register(resource);
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Map.of("id", resource.id(), "added", added));
    }

    @PostMapping("/api/resources/{id}/versions/{fingerprint}/accept")
    @Authority(Right.CATALOGUE_WRITE)
    @Audited(AuditEvent.VERSION_ACCEPTED)
    @org.springframework.web.bind.annotation.ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String id, @PathVariable long fingerprint) {
        registrations.accept(id, fingerprint);
    }

    @GetMapping("/api/needs")
    @Authority(Right.CATALOGUE_READ)
    @Audited(AuditEvent.CATALOGUE_READ)
    List<Need> waiting() {
        return waiting.list();
    }

    @PostMapping("/api/needs/{scene}/{resource}/decide")
    @Authority(Right.GRANT_DECIDE)
    @Audited(AuditEvent.NEED_GRANTED)
    Need decide(@PathVariable String scene, @PathVariable String resource, @RequestBody Answer answer) {
        return needs.decide(scene, resource, answer.granted(), answer.basis() == null ? "" : answer.basis());
    }
}
