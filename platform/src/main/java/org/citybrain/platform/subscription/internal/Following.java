package org.citybrain.platform.subscription.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.citybrain.platform.exchange.LaneRecord;
import org.citybrain.platform.exchange.Ledger;
import org.citybrain.platform.subscription.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes from where a table was laid down through the resource's verified batches, in their order. */
@Component
class Following {

    private static final int BATCHES_AT_ONCE = 32;

    private final SubscriptionStore store;
    private final BatchPlans plans;
    private final Ledger ledger;
    private final KeptBatches batches;
    private final Catalogue catalogue;
    private final FollowEnds ends;

    Following(
            SubscriptionStore store,
            BatchPlans plans,
            Ledger ledger,
            KeptBatches batches,
            Catalogue catalogue,
            FollowEnds ends) {
        this.store = store;
        this.plans = plans;
        this.ledger = ledger;
        this.batches = batches;
        this.catalogue = catalogue;
        this.ends = ends;
    }

    /**
     * Takes the next batches of each lane for all of them.
     *
     * @param limits for those that wait to be compared: how far they may go in each lane
     * @return whether there may be more
     */
    boolean follow(String resource, List<Subscription> flowing, Map<Integer, @Nullable Long> limits) {
        boolean more = false;
        for (LaneRecord lane : ledger.listLanes(resource)) {
            long from = flowing.stream()
                    .filter(each -> positionOf(each, lane.lane()) < end(each, lane, limits))
                    .mapToLong(each -> positionOf(each, lane.lane()))
                    .min()
                    .orElse(Long.MAX_VALUE);
            if (from < lane.sequence()) {
                List<KeptBatches.Kept> next = batches.read(resource, lane.lane(), from, BATCHES_AT_ONCE);
                if (next.isEmpty()) {
                    ends.layAnew(flowing); // the broker no longer has them, the pool does
                    return true;
                }
                ends.each(flowing, now -> take(now, lane, next, limits));
                more |= next.getLast().record().sequence() < lane.sequence();
            }
        }
        return more;
    }

    private static long positionOf(Subscription subscription, int lane) {
        return subscription.positions().getOrDefault(lane, 0L);
    }

    private static long end(Subscription subscription, LaneRecord lane, Map<Integer, @Nullable Long> limits) {
        if (!subscription.compareWanted()) {
            return lane.sequence();
        }
        Long limit = limits.get(lane.lane());
        return Math.min(lane.sequence(), limit == null ? 0 : limit);
    }

    /** One subscription's part, in its own transaction. */
    private void take(
            Subscription now, LaneRecord lane, List<KeptBatches.Kept> next, Map<Integer, @Nullable Long> limits) {
        long reached = positionOf(now, lane.lane());
        long end = end(now, lane, limits);
        List<FieldSpec> fields = store.laidFields(now.id());
        RowCut cut = new RowCut(fields, now.filter());
        Map<Long, int[]> places = new HashMap<>();
        Planned rows = new Planned();
        for (KeptBatches.Kept batch : next) {
            long sequence = batch.record().sequence();
            if (sequence > reached && sequence <= end) {
                SchemaVersion version = versionOf(now.resource(), batch);
                Optional<String> changed = cut.changedIn(version);
                if (changed.isPresent()) {
                    ends.hold(now, "provider-shape", changed.get());
                    break;
                }
                int[] place = places.computeIfAbsent(
                        version.fingerprint(),
                        seen -> cut.placesIn(
                                version.fields().stream().map(FieldSpec::name).toList()));
                changes(batch, new Cutting(cut, place, rows));
                reached = sequence;
            }
        }
        Map<Integer, Long> positions = new TreeMap<>(now.positions());
        positions.put(lane.lane(), reached);
        long upserts = rows.upserts();
        long deletes = rows.deletes();
        long last = rows.isEmpty()
                ? now.sequence()
                : plans.rows(now, fields, now.sequence(), rows, new BatchPlans.Source(lane.lane(), reached));
        store.advance(now.id(), last, positions, upserts, deletes);
    }

    private SchemaVersion versionOf(String resource, KeptBatches.Kept batch) {
        return catalogue
                .findVersion(resource, batch.record().fingerprint())
                .map(ResourceVersion::schema)
                .orElseThrow(() -> new IllegalStateException(
                        "an accepted batch of " + resource + " has a schema that the catalogue does not know"));
    }

    /** What cuts the rows of one batch for one subscription. */
    private record Cutting(RowCut cut, int[] places, Planned rows) {
        private @Nullable List<@Nullable String> project(@Nullable List<@Nullable String> values) {
            return values == null ? null : cut.project(values, places);
        }
    }

    private static void changes(KeptBatches.Kept batch, Cutting cutting) {
        Set<Integer> aside = batch.setAside();
        List<byte[]> records = new ArrayList<>(batch.batch().records());
        for (int row = 0; row < records.size(); row++) {
            if (!aside.contains(row)) {
                ChangeRecord change = ChangeRecord.decode(records.get(row));
                String position = batch.record().lane() + "/" + batch.record().sequence() + "/" + row;
                change(change, new Planned.Change(change.op(), change.sourceTimeMicros(), position), cutting);
            }
        }
    }

    /** A row that moves into the filter comes, one that moves out of it goes; what no granted field shows is nothing. */
    private static void change(ChangeRecord change, Planned.Change from, Cutting cutting) {
        RowCut cut = cutting.cut();
        List<@Nullable String> before = cutting.project(change.before());
        List<@Nullable String> after = cutting.project(change.after());
        boolean was = before != null && cut.passes(before);
        if (after != null && cut.passes(after)) {
            if (before != null && was) {
                if (before.equals(after)) {
                    return;
                }
                if (!cut.keyOf(before).equals(cut.keyOf(after))) {
                    cutting.rows().delete(from, cut.keyOf(before));
                }
            }
            cutting.rows().upsert(from, cut.keyOf(after), after);
        } else if (before != null) {
            if (was) {
                cutting.rows().delete(from, cut.keyOf(before));
            }
        } else if (change.op() == 'u' || change.op() == 'd') {
            // a source that does not say what was there before: taking away what is not there does no harm
            cutting.rows().delete(from, change.key());
        }
    }
}
