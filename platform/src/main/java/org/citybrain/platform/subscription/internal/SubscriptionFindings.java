package org.citybrain.platform.subscription.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.live.Live;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.Subscription.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is wrong with a subscription; a finding holds it, and it alone, until it is laid down anew. */
@Component
public class SubscriptionFindings {

    private final JdbcClient db;
    private final SubscriptionStore store;
    private final Audit audit;
    private final Live live;

    SubscriptionFindings(JdbcClient db, SubscriptionStore store, Audit audit, Live live) {
        this.db = db;
        this.store = store;
        this.audit = audit;
        this.live = live;
    }

    /** A finding with where it was made. */
    public record Row(
            long id,
            String code,
            String place,
            String reason,
            Instant foundAt,
            @Nullable Instant mendedAt) {}

    /** Holds the subscription in the running transaction. */
    void hold(Subscription subscription, String code, String reason) {
        store.put(subscription.id(), State.HELD, code, reason);
        db.sql("insert into subscription.finding (subscription, code, place, reason) values (?, ?, ?, ?)")
                .params(
                        subscription.id(),
                        code,
                        subscription.consumer() + "." + subscription.table() + " " + subscription.lane() + "/"
                                + subscription.sequence(),
                        reason)
                .update();
        audit.record(AuditEvent.SUBSCRIPTION_HELD, "subscription:" + subscription.id(), Map.of("code", code));
        live.changed("subscription");
    }

    /** A new laying mends what was found before. */
    void mended(String subscription, String by) {
        db.sql("""
                        update subscription.finding set mended_at = clock_timestamp(), mended_by = ?
                        where subscription = ? and mended_at is null""").params(by, subscription).update();
    }

    /** Findings of a subscription, newest first. */
    public List<Row> listOf(String subscription) {
        return db.sql("""
                        select id, code, place, reason, found_at, mended_at from subscription.finding
                        where subscription = ? order by found_at desc, id desc limit 50""")
                .param(subscription)
                .query((row, index) -> {
                    java.sql.@Nullable Timestamp mended = row.getTimestamp("mended_at");
                    return new Row(
                            row.getLong("id"),
                            row.getString("code"),
                            row.getString("place"),
                            row.getString("reason"),
                            row.getTimestamp("found_at").toInstant(),
                            mended == null ? null : mended.toInstant());
                })
                .list();
    }
}
