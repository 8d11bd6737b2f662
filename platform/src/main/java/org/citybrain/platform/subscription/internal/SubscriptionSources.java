package org.citybrain.platform.subscription.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.subscription.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the sources {@code subscription:<id>} and {@code subscriptions:<run>}: receipts of both sides behind a count. */
@Component
public final class SubscriptionSources implements SourceProvider {

    /** Prefix of one subscription's source. */
    public static final String ONE = "subscription:";
    /** Prefix of a run's source; nothing after it means all subscriptions. */
    public static final String ALL = "subscriptions:";

    private static final int SHOWN = 20;

    private final SubscriptionStore store;
    private final SubscriptionBatches batches;
    private final ExchangeRuns runs;

    SubscriptionSources(SubscriptionStore store, SubscriptionBatches batches, ExchangeRuns runs) {
        this.store = store;
        this.batches = batches;
        this.runs = runs;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        if (!reader.may(Right.EXCHANGE_READ)) {
            return Optional.empty();
        }
        if (id.startsWith(ONE)) {
            return store.find(id.substring(ONE.length())).map(found -> one(id, found));
        }
        if (!id.startsWith(ALL)) {
            return Optional.empty();
        }
        String run = id.substring(ALL.length());
        return run.isEmpty() || runs.find(run).isPresent() ? Optional.of(all(id, run)) : Optional.empty();
    }

    private SourceView one(String id, Subscription subscription) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (SubscriptionBatches.Row batch : batches.page(subscription.id(), 0, SHOWN)) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("sequence", batch.lane() + "/" + batch.sequence());
            row.put("kind", batch.kind());
            row.put("upserts", batch.upserts());
            row.put("deletes", batch.deletes());
            row.put("verdict", batch.verdict());
            row.put("appliedAt", batch.appliedAt());
            rows.add(row);
        }
        return new SourceView(
                id,
                new Bilingual(
                        "接收部门以本部门密钥签名的回执所报的行数；我方发送数由平台签名批次得出，两方在同一位置逐行对账。",
                        "Rows as the receiving department's signed receipts say; sent rows follow from the platform's signed"
                                + " batches; both tables are compared at the same position."),
                "select table_rows, sent_upserts, applied_upserts from subscription.subscription where id = '"
                        + subscription.id() + "'",
                subscription.theirs().at() == null
                        ? subscription.request().at()
                        : subscription.theirs().at(),
                rows,
                subscription.theirs().tableRows(),
                receipts(subscription),
                List.of(new SourceView.Link("subscription", "/exchange/subscriptions/" + subscription.id())));
    }

    private static List<SourceView.ReceiptLink> receipts(Subscription subscription) {
        return subscription.positions().entrySet().stream()
                .filter(position -> position.getValue() > 0)
                .map(position ->
                        new SourceView.ReceiptLink(subscription.resource(), position.getKey(), position.getValue(), -1))
                .toList();
    }

    private SourceView all(String id, String run) {
        List<Subscription> members = store.list(run, "", "");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Subscription each : members) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("resource", each.resource());
            row.put("consumer", each.consumer());
            row.put("sent", each.ours().upserts() + each.ours().deletes());
            row.put("tableRows", each.theirs().tableRows());
            row.put(
                    "equal",
                    each.comparison() == null ? null : each.comparison().equal());
            row.put("state", each.state().name());
            rows.add(row);
        }
        return new SourceView(
                id,
                new Bilingual(
                        "各订阅的接收部门回执所报行数之和。", "The sum over the subscriptions of what their consumers' receipts say."),
                "select sum(table_rows) from subscription.subscription"
                        + (run.isBlank() ? "" : " where run = '" + run + "'"),
                members.stream()
                        .map(each -> each.theirs().at())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(Instant.now()),
                rows,
                members.stream().mapToLong(each -> each.theirs().tableRows()).sum(),
                List.of(),
                List.of(new SourceView.Link(
                        "subscriptions", run.isBlank() ? "/exchange/subscriptions" : "/exchange/runs/" + run)));
    }
}
