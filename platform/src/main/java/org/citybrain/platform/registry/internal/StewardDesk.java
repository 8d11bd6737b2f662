package org.citybrain.platform.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.EntityEvent;
import org.citybrain.platform.registry.FieldChange;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.RegistryProblem;
import org.citybrain.platform.registry.Stewardship;
import org.citybrain.platform.registry.quality.QualityCards;
import org.citybrain.platform.registry.resolve.Comparison;
import org.citybrain.platform.registry.resolve.RecordDeclaration;
import org.citybrain.platform.registry.resolve.Resolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steward's desk over resolve: lists doubts, explains them, passes rulings on as commands. */
@Component
@Transactional
class StewardDesk implements Stewardship {
    private static final int PAGE = 50;

    private final DeskLists lists;
    private final QualityCards cards;
    private final FieldChanges changes;
    private final Registries registries;
    private final Map<String, Resolver> resolvers;
    private final Admission admission;
    private final ReadLedger ledger;
    private final Audit audit;

    StewardDesk(
            DeskLists lists,
            QualityCards cards,
            FieldChanges changes,
            Registries registries,
            Admission admission,
            ReadLedger ledger,
            Audit audit) {
        this.lists = lists;
        this.cards = cards;
        this.changes = changes;
        this.registries = registries;
        this.resolvers = registries.resolvers().stream()
                .collect(Collectors.toMap(each -> each.declared().kind(), each -> each));
        this.admission = admission;
        this.ledger = ledger;
        this.audit = audit;
    }

    private Resolver resolver(String kind) {
        Resolver resolver = resolvers.get(kind);
        if (resolver == null) {
            throw Refusal.notFound("registry " + kind);
        }
        return resolver;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Doubt> doubts(String kind, int page) {
        RecordDeclaration.Loaded declared = resolver(kind).declared();
        Caller caller = Callers.get();
        long passed = (long) Math.max(0, page) * PAGE;
        if (caller.region().isEmpty()) {
            return lists.doubts(declared, new DeskLists.Asked("", ""), passed, PAGE);
        }
        String place = registries.of(kind).placeColumn().orElse("");
        return served(caller, declared, new DeskLists.Asked(place, caller.region()), passed);
    }

    /** A page of those pairs that the caller may decide on: all before it are looked at, for each may be left out. */
    private List<Doubt> served(Caller caller, RecordDeclaration.Loaded declared, DeskLists.Asked asked, long passed) {
        List<Doubt> page = new ArrayList<>();
        if (lists.count(declared, asked) <= passed) {
            return page;
        }
        long toPass = passed;
        List<Doubt> some;
        long offset = 0;
        do {
            some = lists.doubts(declared, asked, offset, PAGE);
            offset += PAGE;
            for (Doubt doubt : some) {
                if (page.size() < PAGE && serves(caller, doubt) && --toPass < 0) {
                    page.add(doubt);
                }
            }
        } while (some.size() == PAGE && page.size() < PAGE);
        return page;
    }

    private boolean serves(Caller caller, Doubt doubt) {
        return admission.serves(
                caller, doubt.kind(), doubt.left().entity(), doubt.right().entity());
    }

    @Override
    public Explained doubt(long id, ReadReason reason) {
        reason.requireStated();
        Doubt doubt = find(id);
        Comparison comparison = resolver(doubt.kind())
                .compare(doubt.left().record(), doubt.right().record());
        boolean leftFirst = comparison.records().getFirst().id() == doubt.left().record();
        // records under one number are one entity
        for (String entity :
                Set.copyOf(List.of(doubt.left().entity(), doubt.right().entity()))) {
            ledger.record(entity, reason, false, StepMasks.fields());
        }
        List<Step> steps = comparison.steps().stream()
                .map(step -> new Step(
                        step.field(),
                        step.level(),
                        StepMasks.masked(doubt.kind(), step.field(), leftFirst ? step.left() : step.right()),
                        StepMasks.masked(doubt.kind(), step.field(), leftFirst ? step.right() : step.left()),
                        step.bits(),
                        step.total()))
                .toList();
        return new Explained(doubt, steps, comparison.link(), comparison.clerical());
    }

    private Doubt find(long id) {
        Doubt doubt = resolvers.values().stream()
                .flatMap(resolver -> lists.doubt(resolver.declared(), id).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("doubtful pair " + id));
        admission.requirePair(doubt.kind(), doubt.left().entity(), doubt.right().entity());
        return doubt;
    }

    @Override
    public long rule(long id, boolean same, String reason) {
        Reasons.require(reason);
        Doubt doubt = find(id);
        long ruling = resolver(doubt.kind())
                .rule(
                        doubt.left().record(),
                        doubt.right().record(),
                        same,
                        reason,
                        Callers.get().login());
        record(doubt.left().entity(), doubt.right().entity(), ruling, same);
        return ruling;
    }

    @Override
    public long merge(String entityA, String entityB, String reason) {
        if (entityA.isBlank() || entityB.isBlank()) {
            throw Refusal.badRequest("须给出两个实体 a 和 b · two entities are needed, a and b");
        }
        Reasons.require(reason);
        DeskLists.Anchor a = lists.anchor(entityA);
        DeskLists.Anchor b = lists.anchor(entityB);
        if (!a.kind().equals(b.kind()) || a.entity().equals(b.entity())) {
            throw Refusal.badRequest("须为同一类的两个不同实体 · two different entities of one kind are needed");
        }
        admission.requirePair(a.kind(), a.entity(), b.entity());
        long ruling = resolver(a.kind())
                .rule(a.record(), b.record(), true, reason, Callers.get().login());
        record(a.entity(), b.entity(), ruling, true);
        return ruling;
    }

    private void record(String a, String b, long ruling, boolean same) {
        audit.record(AuditEvent.ENTITIES_RULED, "entity:" + a, Map.of("other", b, "same", same, "ruling", ruling));
    }

    @Override
    public void undo(long ruling, String reason) {
        Reasons.require(reason);
        DeskLists.Ruled ruled = lists.ruled(ruling);
        String kind = ruled.kind();
        admission.requirePair(kind, ruled.nowA(), ruled.nowB());
        if (ruled.nowA().equals(ruled.nowB())) {
            admission.requirePairBefore(kind, ruled.a(), ruled.b(), ruled.at());
        }
        if (!resolver(kind).undo(ruling, reason, Callers.get().login())) {
            throw Refusal.of(RegistryProblem.RULING_UNDONE, "裁定 " + ruling + " · ruling " + ruling);
        }
        audit.record(AuditEvent.RULING_UNDONE, "ruling:" + ruling, Map.of("kind", kind));
    }

    @Override
    public List<EntityEvent> history(String ref, ReadReason reason) {
        admission.read(admission.kindOf(ref), ref, reason, "history");
        return lists.history(ref);
    }

    @Override
    public List<FieldChange> changes(String kind, String ref, ReadReason reason) {
        return changes.of(kind, ref, reason);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<QualityCard> quality(String kind) {
        return cards.of(resolver(kind).declared());
    }
}
