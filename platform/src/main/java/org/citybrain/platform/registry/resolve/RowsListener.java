package org.citybrain.platform.registry.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears {@code cb.rows} for the registries. A message's key names its resource, so that others are not even read. */
public final class RowsListener implements TopicListener {
    private static final int SETTLED_AT_ONCE = 50;
    private static final long EVERY_MILLIS = 500;
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long PATIENCE_NANOS = 20 * QUIET_NANOS;

    private final Map<String, Resolver> byResource = new HashMap<>();
    private final List<Resolver> resolvers;
    private final TransactionTemplate transaction;
    private final Consumer<List<Resolver.Taken>> taken;
    private volatile long lastRows = System.nanoTime();
    private volatile long lastSettled = System.nanoTime();

    public RowsListener(
            List<Resolver> resolvers, TransactionTemplate transaction, Consumer<List<Resolver.Taken>> taken) {
        this.resolvers = List.copyOf(resolvers);
        this.transaction = transaction;
        this.taken = taken;
        resolvers.forEach(resolver ->
                resolver.declared().sources().keySet().forEach(resource -> byResource.put(resource, resolver)));
    }

    /** One for each kind. */
    public List<Resolver> resolvers() {
        return resolvers;
    }

    @Override
    public String name() {
        return "registry.rows";
    }

    @Override
    public String topic() {
        return Topics.ROWS;
    }

    @Override
    public void on(List<TopicMessage> messages) {
        Map<Resolver, List<RowChange>> changes = new HashMap<>();
        for (TopicMessage message : messages) {
            int slash = message.key().indexOf('/');
            Resolver resolver = slash < 0 ? null : byResource.get(message.key().substring(0, slash));
            if (resolver != null && message.value() != null) {
                changes.computeIfAbsent(resolver, unused -> new ArrayList<>()).add(message.as(RowChange.class));
            }
        }
        changes.forEach(
                (resolver, rows) -> transaction.executeWithoutResult(status -> taken.accept(resolver.take(rows))));
        if (!changes.isEmpty()) {
            lastRows = System.nanoTime();
        }
    }

    /** Goes on with what waits when no rows come, or a little now and then while they do not end. */
    @Scheduled(fixedDelay = EVERY_MILLIS)
    void settle() {
        long now = System.nanoTime();
        if (now - lastRows < QUIET_NANOS && now - lastSettled < PATIENCE_NANOS) {
            return;
        }
        lastSettled = now;
        for (Resolver resolver : resolvers) {
            transaction.executeWithoutResult(status -> resolver.settle(SETTLED_AT_ONCE));
        }
    }
}
