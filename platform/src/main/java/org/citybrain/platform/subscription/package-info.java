/**
 * Room subscription (订阅交付): a department receives granted rows and fields of another's resource in its own database.
 *
 * <p>Owns: schema subscription (subscription, batch, outgoing, finding, run). Door:
 * {@link org.citybrain.platform.subscription.Subscriptions}. One worker for all subscriptions: a subscription is data. It
 * lays a table down from the pool's newest commit, goes over to the batches after that commit's positions, and keeps every
 * signed batch in its own transaction before it is sent (ADR 0015). Hears {@code cb.subscription-receipts}.
 *
 * <p>Words: 订阅 subscription, 交付 delivery, 铺底 laying, 行条件 row filter, 对账 comparison, 回执 receipt, 交换运行 exchange run.
 */
@NullMarked
@ApplicationModule(
        displayName = "subscription",
        allowedDependencies = {
            "access",
            "audit",
            "problem",
            "home",
            "topics",
            "live",
            "pool",
            "region",
            "catalogue",
            "exchange",
            "indicator"
        })
package org.citybrain.platform.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
