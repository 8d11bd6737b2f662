package org.citybrain.platform.registry.internal;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the records of an older home the sounds that names have gained, some at a time while the city runs; until it is through,
 * such names are found by their first sound alone. A restart goes on where it was.
 */
class SoundRenewal {
    private static final int AT_ONCE = 2_000;
    private static final long EVERY_MILLIS = 500;

    private final Registries registries;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Set<String> done = new HashSet<>();

    SoundRenewal(Registries registries, JdbcClient db, TransactionTemplate transactions) {
        this.registries = registries;
        this.db = db;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void step() {
        for (Registries.Registry registry : registries.all()) {
            if (!done.contains(registry.kind())
                    && Boolean.TRUE.equals(transactions.execute(status -> isThrough(registry)))) {
                done.add(registry.kind());
            }
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
