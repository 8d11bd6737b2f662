package org.citybrain.platform.catalogue.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.catalogue.CatalogueProblem;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.Need;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides needs by the share type of the resource. */
@Service
class GrantedNeeds implements Needs {

    private static final String RULE = "system:catalogue";
    private static final String COMPANION = "_ref";

    private final Resources resources;
    private final NeedRows needs;
    private final Announcements announcements;
    private final Audit audit;
    private final Home home;

    GrantedNeeds(Resources resources, NeedRows needs, Announcements announcements, Audit audit, Home home) {
        this.resources = resources;
        this.needs = needs;
        this.announcements = announcements;
        this.audit = audit;
        this.home = home;
    }

    @Override
    @Transactional
    public Need grant(
            String scene,
            String resource,
            List<String> fields,
            List<String> lookup,
            Bilingual purpose,
            String legalBasis) {
        DataResource wanted =
                resources.find(resource).orElseThrow(() -> Refusal.of(CatalogueProblem.UNKNOWN_RESOURCE, resource));
        if (legalBasis.isBlank()) {
            throw Refusal.of(CatalogueProblem.NO_LEGAL_BASIS, scene + " → " + resource);
        }
        refuseUnknown(wanted, fields, lookup);
        resources.lock(resource);
        Need before = needs.find(scene, resource).orElse(null);
        if (before != null && before.state() == Need.State.GRANTED && covers(before, fields, lookup)) {
            return before;
        }
        needs.request(scene, resource, union(fields, lookup), lookup, purpose, legalBasis);
        audit.record(
                AuditEvent.NEED_REQUESTED, subject(scene, resource), Map.of("fields", fields, "basis", legalBasis));
        decideByShareType(scene, wanted, legalBasis);
        announcements.announce(resource);
        return get(scene, resource);
    }

    @Override
    @Transactional
    public Need decide(String scene, String resource, boolean granted, String basis) {
        if (basis.isBlank()) {
            throw Refusal.badRequest("审批须写明理由 (basis) · a decision needs its reason (basis)");
        }
        resources.lock(resource);
        Need waiting = needs.find(scene, resource)
                .filter(need -> need.state() == Need.State.REQUESTED)
                .orElseThrow(() -> Refusal.of(CatalogueProblem.UNKNOWN_NEED, scene + " → " + resource));
        String by = Callers.find().map(caller -> caller.login()).orElse(RULE);
        settle(waiting.scene(), resource, granted ? Need.State.GRANTED : Need.State.REFUSED, by, basis);
        announcements.announce(resource);
        return get(scene, resource);
    }

    @Override
    @Transactional
    public void withdraw(String scene) {
        for (Need need : needs.listOf(scene)) {
            if (need.state() == Need.State.GRANTED || need.state() == Need.State.REQUESTED) {
                resources.lock(need.resource());
                settle(scene, need.resource(), Need.State.WITHDRAWN, RULE, "the scene was stopped");
                announcements.announce(need.resource());
            }
        }
    }

    @Override
    public List<Need> listOf(String scene) {
        return needs.listOf(scene);
    }

    @Override
    public List<Need> listFor(String resource) {
        return needs.listFor(resource);
    }

    private void decideByShareType(String scene, DataResource wanted, String legalBasis) {
        switch (wanted.shareType()) {
            case UNCONDITIONAL -> settle(scene, wanted.id(), Need.State.GRANTED, RULE, "无条件共享 · unconditional");
            case NOT_SHARED ->
                settle(
                        scene,
                        wanted.id(),
                        Need.State.REFUSED,
                        RULE,
                        "不予共享 · not shared: " + wanted.shareBasis().zh());
            case CONDITIONAL -> {
                if (home.sampleCity()) {
                    settle(scene, wanted.id(), Need.State.GRANTED, RULE, "样例城市自动批准 · sample city: " + legalBasis);
                }
            }
        }
    }

    private void settle(String scene, String resource, Need.State state, String by, String basis) {
        needs.decide(scene, resource, state, by, basis);
        AuditEvent event = switch (state) {
            case GRANTED -> AuditEvent.NEED_GRANTED;
            case REFUSED -> AuditEvent.NEED_REFUSED;
            case REQUESTED -> AuditEvent.NEED_REQUESTED;
            case WITHDRAWN -> AuditEvent.NEED_WITHDRAWN;
        };
        audit.record(event, subject(scene, resource), Map.of("by", by, "basis", basis));
    }

    private Need get(String scene, String resource) {
        return needs.find(scene, resource)
                .orElseThrow(() -> Refusal.of(CatalogueProblem.UNKNOWN_NEED, scene + " → " + resource));
    }

    private static void refuseUnknown(DataResource resource, List<String> fields, List<String> lookup) {
        // an identifying field may be asked for by its opaque companion alone, and then stays closed itself
        Set<String> known = resource.fields().stream()
                .map(DataField::name)
                .flatMap(name -> Stream.of(name, name + COMPANION))
                .collect(Collectors.toSet());
        List<String> unknown = union(fields, lookup).stream()
                .filter(field -> !known.contains(field))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.of(CatalogueProblem.UNKNOWN_FIELD, resource.id() + ": " + unknown);
        }
    }

    private static boolean covers(Need granted, List<String> fields, List<String> lookup) {
        return granted.fields().containsAll(fields) && granted.lookup().containsAll(lookup);
    }

    private static List<String> union(List<String> fields, List<String> lookup) {
        Set<String> all = new LinkedHashSet<>(fields);
        all.addAll(lookup);
        return new ArrayList<>(all);
    }

    private static String subject(String scene, String resource) {
        return "need:" + scene + "/" + resource;
    }
}
