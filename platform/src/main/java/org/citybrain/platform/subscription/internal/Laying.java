package org.citybrain.platform.subscription.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.subscribe.TableChecksum;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.citybrain.platform.pool.KeptTable;
import org.citybrain.platform.pool.PoolTables;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.Subscription.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays tables down: all subscriptions of a resource that wait for it in one reading of one pool commit. A laying that was
 * broken off is begun anew under the next number, which makes everything sent under the old one void.
 */
@Component
class Laying {

    private final SubscriptionStore store;
    private final BatchPlans plans;
    private final PoolTables pool;
    private final Catalogue catalogue;
    private final SubscriptionFindings findings;
    private final TransactionTemplate transactions;

    Laying(
            SubscriptionStore store,
            BatchPlans plans,
            PoolTables pool,
            Catalogue catalogue,
            SubscriptionFindings findings,
            TransactionTemplate transactions) {
        this.store = store;
        this.plans = plans;
        this.pool = pool;
        this.catalogue = catalogue;
        this.findings = findings;
        this.transactions = transactions;
    }

    /** A table that is being laid. */
    private static final class Laid {
        private final Subscription subscription;
        private final RowCut cut;
        private final TableChecksum sum;
        private final Planned rows = new Planned();
        private final Map<List<String>, int[]> places = new HashMap<>();
        private long sequence = 1;

        private Laid(Subscription subscription, RowCut cut) {
            this.subscription = subscription;
            this.cut = cut;
            this.sum = new TableChecksum(cut.fields());
        }
    }

    /** Lays them all. */
    void lay(String resource, List<Subscription> waiting) {
        Optional<SchemaVersion> schema = newestOf(resource);
        if (schema.isEmpty()) {
            return; // nothing was ever seen of the resource: there is nothing to lay down yet
        }
        DataResource described = catalogue.find(resource).orElseThrow();
        Optional<KeptTable> kept = pool.newest(resource);
        List<Laid> begun = new ArrayList<>();
        for (Subscription subscription : waiting) {
            begin(subscription, schema.get(), described).ifPresent(begun::add);
        }
        kept.ifPresent(table -> table.read((fields, values, sequence, row) -> {
            for (Laid laid : begun) {
                take(laid, fields, values, sequence, row);
            }
        }));
        Map<Integer, Long> positions = kept.map(KeptTable::positions).orElse(Map.of());
        begun.forEach(laid -> finish(laid, positions));
    }

    private Optional<SchemaVersion> newestOf(String resource) {
        return catalogue.listVersions(resource).stream()
                .filter(ResourceVersion::accepted)
                .map(ResourceVersion::schema)
                .max(java.util.Comparator.comparingInt(SchemaVersion::version));
    }

    private Optional<Laid> begin(Subscription waiting, SchemaVersion schema, DataResource described) {
        List<FieldSpec> fields = schema.fields().stream()
                .filter(field -> waiting.fields().contains(field.name()))
                .toList();
        Map<String, String> titles = described.fields().stream()
                .collect(
                        Collectors.toMap(DataField::name, field -> field.title().zh(), (a, b) -> a));
        return Optional.ofNullable(transactions.execute(status -> {
            Subscription locked = store.lock(waiting.id())
                    .filter(now -> now.state() == State.LAYING)
                    .orElse(null);
            if (locked == null) {
                return null;
            }
            if (fields.size() < waiting.fields().size() || fields.stream().noneMatch(FieldSpec::key)) {
                findings.hold(locked, "provider-shape", missing(waiting, fields));
                return null;
            }
            store.beginLaying(locked.id(), locked.lane() + 1, fields);
            Subscription laying = store.find(locked.id()).orElseThrow();
            plans.dropUnsent(laying);
            plans.lay(laying, fields, described.title(), titles);
            return new Laid(laying, new RowCut(fields, laying.filter()));
        }));
    }

    private static String missing(Subscription waiting, List<FieldSpec> fields) {
        List<String> there = fields.stream().map(FieldSpec::name).toList();
        String gone = waiting.fields().stream()
                .filter(field -> !there.contains(field))
                .collect(Collectors.joining(", "));
        return "数源部门的资源没有字段 " + gone + " 或没有主键 · the resource has no field " + gone + " or no key";
    }

    private void take(Laid laid, List<String> fields, List<@Nullable String> values, long sequence, int row) {
        int[] places = laid.places.computeIfAbsent(fields, laid.cut::placesIn);
        List<@Nullable String> cut = laid.cut.project(values, places);
        if (!laid.cut.passes(cut)) {
            return;
        }
        laid.sum.add(cut);
        laid.rows.upsert(new Planned.Change('r', 0, "0/" + sequence + "/" + row), laid.cut.keyOf(cut), cut);
        if (laid.rows.isFull()) {
            transactions.executeWithoutResult(status -> flush(laid));
        }
    }

    private void flush(Laid laid) {
        int upserts = laid.rows.upserts();
        laid.sequence =
                plans.rows(laid.subscription, laid.cut.fields(), laid.sequence, laid.rows, BatchPlans.Source.NONE);
        store.advance(laid.subscription.id(), laid.sequence, Map.of(), upserts, 0);
    }

    private void finish(Laid laid, Map<Integer, Long> positions) {
        transactions.executeWithoutResult(status -> {
            flush(laid);
            laid.sequence++;
            plans.compare(laid.subscription, laid.sequence, laid.sum.rows(), laid.sum.hex());
            store.advance(laid.subscription.id(), laid.sequence, positions, 0, 0);
            Subscription now = store.lock(laid.subscription.id()).orElseThrow();
            if (now.state() == State.LAYING) {
                store.put(now.id(), State.FLOWING, "", "");
            }
        });
    }
}
