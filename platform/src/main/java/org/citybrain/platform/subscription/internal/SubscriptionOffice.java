package org.citybrain.platform.subscription.internal;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.subscribe.FilterException;
import org.citybrain.kernel.subscribe.ReceivingName;
import org.citybrain.kernel.subscribe.RowFilter;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.citybrain.platform.catalogue.ShareType;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.Subscription.State;
import org.citybrain.platform.subscription.SubscriptionProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with subscriptions: ask, decide, pause, go on, lay down anew, compare, end. Denied unless granted. */
@Service
public class SubscriptionOffice {

    private static final int ID_BYTES = 8;
    private static final int LONGEST_TOLD = 100;

    private final SubscriptionStore store;
    private final Catalogue catalogue;
    private final BatchPlans plans;
    private final SubscriptionFindings findings;
    private final Audit audit;
    private final Home home;
    private final SecureRandom random = new SecureRandom();

    SubscriptionOffice(
            SubscriptionStore store,
            Catalogue catalogue,
            BatchPlans plans,
            SubscriptionFindings findings,
            Audit audit,
            Home home) {
        this.store = store;
        this.catalogue = catalogue;
        this.plans = plans;
        this.findings = findings;
        this.audit = audit;
        this.home = home;
    }

    /**
     * A wish.
     *
     * @param table name of the receiving table; empty for one made of the resource's name
     * @param run the exchange run it belongs to, or null
     */
    public record Wish(
            String consumer,
            String resource,
            List<String> fields,
            String filter,
            String table,
            String purpose,
            String legalBasis,
            @Nullable String run) {}

    /**
     * Asks for one's own department: an unconditional resource is granted at once, a conditional one waits, what is not
     * shared is refused.
     */
    @Transactional
    public Subscription ask(Wish wish) {
        OwnDepartment.requireToReceive(wish.consumer());
        return enter(wish);
    }

    /** What an exchange run orders: asked for and granted in one, by the city's data office on the ground given. */
    @Transactional
    Subscription order(Wish wish, String basis) {
        OwnDepartment.requireNone();
        Subscription asked = enter(wish);
        return asked.decision().at() == null ? decide(asked.id(), true, basis) : asked;
    }

    private Subscription enter(Wish wish) {
        DataResource resource = check(wish);
        byte[] number = new byte[ID_BYTES];
        random.nextBytes(number);
        String id = "s" + home.node() + "-" + HexFormat.of().formatHex(number);
        String table = wish.table().isBlank() ? wish.resource().replaceAll("[^a-z0-9_]", "_") : wish.table();
        requireTable(table);
        SubscriptionStore.Draft draft = new SubscriptionStore.Draft(
                id,
                wish.consumer(),
                wish.resource(),
                inOrder(resource, wish.fields()),
                wish.filter().strip(),
                table,
                wish.purpose(),
                wish.legalBasis(),
                wish.run());
        if (!store.add(draft, State.REQUESTED, Callers.get().login())) {
            throw Refusal.of(SubscriptionProblem.DOUBLE, wish.consumer() + "." + table);
        }
        audit.record(
                AuditEvent.SUBSCRIPTION_REQUESTED,
                "subscription:" + id,
                Map.of(
                        "consumer",
                        wish.consumer(),
                        "resource",
                        wish.resource(),
                        "filter",
                        wish.filter(),
                        "purpose",
                        wish.purpose()));
        if (resource.shareType() == ShareType.UNCONDITIONAL) {
            decided(id, true, "无条件共享 · shared without condition");
        }
        return get(id);
    }

    private static void requireTable(String table) {
        if (!ReceivingName.isWellFormed(table)) {
            throw Refusal.of(SubscriptionProblem.BAD_TABLE, table.substring(0, Math.min(table.length(), LONGEST_TOLD)));
        }
        if (ReceivingName.isReserved(table)) {
            throw Refusal.of(SubscriptionProblem.RESERVED_TABLE, table);
        }
    }

    private DataResource check(Wish wish) {
        DataResource resource = found(wish);
        OwnDepartment.requireAnother(wish);
        if (catalogue.listDepartments().stream().noneMatch(each -> each.code().equals(wish.consumer()))) {
            throw Refusal.of(SubscriptionProblem.UNKNOWN_CONSUMER, wish.consumer());
        }
        if (resource.shareType() == ShareType.NOT_SHARED) {
            throw Refusal.of(SubscriptionProblem.NOT_SHARED, wish.resource());
        }
        if (wish.purpose().isBlank() || wish.legalBasis().isBlank()) {
            throw Refusal.of(SubscriptionProblem.NO_BASIS, wish.resource());
        }
        List<String> names = resource.fields().stream().map(DataField::name).toList();
        List<String> unknown =
                wish.fields().stream().filter(field -> !names.contains(field)).toList();
        if (wish.fields().isEmpty() || !unknown.isEmpty()) {
            throw Refusal.of(
                    SubscriptionProblem.BAD_FIELDS,
                    unknown.isEmpty() ? "未选字段 · no field is chosen" : String.join(", ", unknown));
        }
        List<DataField> keys = resource.fields().stream().filter(DataField::key).toList();
        if (keys.isEmpty() || keys.stream().anyMatch(key -> !wish.fields().contains(key.name()))) {
            throw Refusal.of(
                    SubscriptionProblem.NO_KEY,
                    String.join(", ", keys.stream().map(DataField::name).toList()));
        }
        filter(resource, wish);
        return resource;
    }

    /** A wish's filter; refused with the character where it cannot be read. */
    public RowFilter filter(Wish wish) {
        return filter(found(wish), wish);
    }

    private DataResource found(Wish wish) {
        return catalogue.find(wish.resource()).orElseThrow(() -> Refusal.notFound("resource " + wish.resource()));
    }

    /** The filter, read for the granted fields only: whether a row comes must not tell what was not granted. */
    private RowFilter filter(DataResource resource, Wish wish) {
        List<FieldSpec> granted = fields(resource).stream()
                .filter(field -> wish.fields().contains(field.name()))
                .toList();
        try {
            return RowFilter.parse(wish.filter(), granted);
        } catch (FilterException e) {
            throw Refusal.of(SubscriptionProblem.BAD_FILTER, String.valueOf(e.getMessage()));
        }
    }

    /** As the source has them; as they were registered while nothing was seen of the source yet. */
    private List<FieldSpec> fields(DataResource resource) {
        return catalogue.listVersions(resource.id()).stream()
                .filter(ResourceVersion::accepted)
                .map(ResourceVersion::schema)
                .max(Comparator.comparingInt(SchemaVersion::version))
                .map(SchemaVersion::fields)
                .orElseGet(() -> resource.fields().stream()
                        .map(field ->
                                FieldSpec.ofColumn(field.name(), field.sourceType(), field.nullable(), field.key()))
                        .toList());
    }

    private static List<String> inOrder(DataResource resource, List<String> fields) {
        return resource.fields().stream()
                .map(DataField::name)
                .filter(new TreeSet<>(fields)::contains)
                .toList();
    }

    /** A data officer's answer to one that waits. */
    @Transactional
    public Subscription decide(String id, boolean granted, String basis) {
        Subscription now = lock(id);
        OwnDepartment.requireToGive(now);
        require(now, List.of(State.REQUESTED));
        if (basis.isBlank()) {
            throw Refusal.of(SubscriptionProblem.NO_BASIS, "basis");
        }
        decided(id, granted, basis);
        return get(id);
    }

    private void decided(String id, boolean granted, String basis) {
        store.decide(id, granted ? State.LAYING : State.REFUSED, Callers.get().login(), basis);
        audit.record(
                AuditEvent.SUBSCRIPTION_DECIDED,
                "subscription:" + id,
                Map.of("granted", String.valueOf(granted), "basis", basis));
    }

    /** Stops one that flows; its place is kept. */
    @Transactional
    public Subscription pause(String id) {
        require(steered(id), List.of(State.FLOWING));
        return move(id, State.PAUSED, "pause");
    }

    /** Lets a paused one go on where it was. */
    @Transactional
    public Subscription resume(String id) {
        require(steered(id), List.of(State.PAUSED));
        return move(id, State.FLOWING, "resume");
    }

    /** Has the table laid down anew from the pool; mends what was found. */
    @Transactional
    public Subscription reload(String id) {
        require(steered(id), List.of(State.FLOWING, State.PAUSED, State.HELD));
        findings.mended(id, Callers.get().login());
        return move(id, State.LAYING, "reload");
    }

    /** Has both sides compared. */
    @Transactional
    public Subscription compare(String id) {
        require(steered(id), List.of(State.FLOWING));
        store.wantComparison(id, true);
        changed(id, "compare");
        return get(id);
    }

    /** Ends it; the consumer keeps its table as it then is. */
    @Transactional
    public Subscription end(String id) {
        Subscription now = steered(id);
        require(now, List.of(State.REQUESTED, State.LAYING, State.FLOWING, State.PAUSED, State.HELD));
        if (now.sequence() > 0 && now.state() != State.LAYING) {
            plans.end(now, now.sequence() + 1);
            store.advance(id, now.sequence() + 1, now.positions(), 0, 0);
        }
        return move(id, State.ENDED, "end");
    }

    private Subscription move(String id, State state, String action) {
        store.put(id, state, "", "");
        changed(id, action);
        return get(id);
    }

    private void changed(String id, String action) {
        audit.record(AuditEvent.SUBSCRIPTION_CHANGED, "subscription:" + id, Map.of("action", action));
    }

    private Subscription steered(String id) {
        Subscription one = lock(id);
        OwnDepartment.requireEither(one);
        return one;
    }

    private Subscription lock(String id) {
        return store.lock(id).orElseThrow(() -> Refusal.of(SubscriptionProblem.UNKNOWN, id));
    }

    /** One subscription. */
    public Subscription get(String id) {
        return store.find(id).orElseThrow(() -> Refusal.of(SubscriptionProblem.UNKNOWN, id));
    }

    private static void require(Subscription now, List<State> states) {
        if (!states.contains(now.state())) {
            throw Refusal.of(SubscriptionProblem.WRONG_STATE, now.id() + " is " + now.state());
        }
    }
}
