package org.citybrain.platform.subscription.internal;

import java.util.List;
import java.util.function.Consumer;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.Subscription.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The transactions of following: one for each subscription, on its state as it is then. */
@Component
class FollowEnds {

    private final SubscriptionStore store;
    private final SubscriptionFindings findings;
    private final TransactionTemplate transactions;

    FollowEnds(SubscriptionStore store, SubscriptionFindings findings, TransactionTemplate transactions) {
        this.store = store;
        this.findings = findings;
        this.transactions = transactions;
    }

    /** Works on those that still flow. */
    void each(List<Subscription> subscriptions, Consumer<Subscription> work) {
        for (Subscription subscription : subscriptions) {
            transactions.executeWithoutResult(status -> store.lock(subscription.id())
                    .filter(now -> now.state() == State.FLOWING && now.lane() == subscription.lane())
                    .ifPresent(work));
        }
    }

    /** Has them laid down anew. */
    void layAnew(List<Subscription> subscriptions) {
        each(subscriptions, now -> store.put(now.id(), State.LAYING, "", ""));
    }

    /** Holds one with a finding. */
    void hold(Subscription subscription, String code, String reason) {
        findings.hold(subscription, code, reason);
    }
}
