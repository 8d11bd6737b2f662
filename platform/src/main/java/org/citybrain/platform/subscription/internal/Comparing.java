package org.citybrain.platform.subscription.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.subscribe.TableChecksum;
import org.citybrain.platform.pool.KeptTable;
import org.citybrain.platform.pool.PoolTables;
import org.citybrain.platform.subscription.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares both sides at one position: when a subscription has come to exactly where the pool's newest commit is, what the
 * pool then holds for it is counted and summed, and the order to do the same goes into its stream at that place.
 */
@Component
class Comparing {

    private final SubscriptionStore store;
    private final BatchPlans plans;
    private final PoolTables pool;
    private final FollowEnds ends;

    Comparing(SubscriptionStore store, BatchPlans plans, PoolTables pool, FollowEnds ends) {
        this.store = store;
        this.plans = plans;
        this.pool = pool;
        this.ends = ends;
    }

    /** The pool's newest commit of the resource, if any of them waits to be compared. */
    Optional<KeptTable> wanted(String resource, List<Subscription> flowing) {
        return flowing.stream().anyMatch(Subscription::compareWanted) ? pool.newest(resource) : Optional.empty();
    }

    /** Orders the comparison from those that are exactly there. */
    void compare(KeptTable kept, List<Subscription> flowing) {
        List<Subscription> there = flowing.stream()
                .filter(each -> each.compareWanted() && isAt(each, kept.positions()))
                .toList();
        if (there.isEmpty()) {
            return;
        }
        Map<String, Sum> sums = new HashMap<>();
        there.forEach(each -> sums.put(each.id(), new Sum(new RowCut(store.laidFields(each.id()), each.filter()))));
        kept.read((fields, values, sequence, row) -> {
            for (Sum sum : sums.values()) {
                sum.add(fields, values);
            }
        });
        ends.each(there, now -> {
            Sum sum = sums.get(now.id());
            if (sum != null && now.compareWanted() && isAt(now, kept.positions())) {
                plans.compare(now, now.sequence() + 1, sum.sum.rows(), sum.sum.hex());
                store.advance(now.id(), now.sequence() + 1, now.positions(), 0, 0);
                store.wantComparison(now.id(), false);
            }
        });
    }

    private static boolean isAt(Subscription subscription, Map<Integer, Long> positions) {
        return withoutNoughts(subscription.positions()).equals(withoutNoughts(positions));
    }

    private static Map<Integer, Long> withoutNoughts(Map<Integer, Long> positions) {
        Map<Integer, Long> some = new HashMap<>(positions);
        some.values().removeIf(position -> position == 0);
        return some;
    }

    private static final class Sum {
        private final RowCut cut;
        private final TableChecksum sum;
        private final Map<List<String>, int[]> places = new HashMap<>();

        private Sum(RowCut cut) {
            this.cut = cut;
            this.sum = new TableChecksum(cut.fields());
        }

        private void add(List<String> fields, List<@Nullable String> values) {
            int[] place = places.computeIfAbsent(fields, cut::placesIn);
            List<@Nullable String> row = cut.project(values, place);
            if (cut.passes(row)) {
                sum.add(row);
            }
        }
    }
}
