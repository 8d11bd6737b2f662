package org.citybrain.platform.registry.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the records of an older home the sounds that names have gained, some at a time while the city runs; until it is through,
 * such names are found by their first sound alone. A restart goes on where it was.
 */
class SoundRenewal implements SchedulingConfigurer {
    private static final int AT_ONCE = 2_000;
    private static final Duration EVERY = Duration.ofMillis(500);

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final List<Registries.Registry> left;
    private volatile @Nullable ScheduledTask timer;

    SoundRenewal(Registries registries, JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
        this.left = new ArrayList<>(registries.all().stream()
                .filter(registry -> registry.resolver().declared().hasNames())
                .toList());
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        timer = registrar.scheduleFixedDelayTask(new FixedDelayTask(this::step, EVERY, Duration.ZERO));
    }

    /** Does some of what is left; stops the timer when nothing is. */
    synchronized void step() {
        left.removeIf(registry -> Boolean.TRUE.equals(transactions.execute(status -> isThrough(registry))));
        ScheduledTask running = timer;
        if (left.isEmpty() && running != null) {
            running.cancel(false);
        }
    }

    private boolean isThrough(Registries.Registry registry) {
        long after = db.sql("select upto from registry.sound_renewal where kind = ?")
                .param(registry.kind())
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (after < 0) {
            return true;
        }
        long next = registry.resolver().renewSounds(after, AT_ONCE);
        db.sql("insert into registry.sound_renewal(kind, upto) values (?, ?)"
                        + " on conflict (kind) do update set upto = excluded.upto")
                .params(registry.kind(), next == after ? -1 : next)
                .update();
        return next == after;
    }
}
