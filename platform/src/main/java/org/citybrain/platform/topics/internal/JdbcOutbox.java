package org.citybrain.platform.topics.internal;

import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.topics.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps messages in the transaction and wakes the sender once it has committed. */
@Service
class JdbcOutbox implements Outbox {

    private final JdbcClient db;
    private final OutboxSender sender;

    JdbcOutbox(JdbcClient db, OutboxSender sender) {
        this.db = db;
        this.sender = sender;
    }

    @Override
    @Transactional
    public void put(String topic, String key, @Nullable Object value) {
        db.sql("insert into topics.outbox (topic, key, value) values (?, ?, ?)")
                .param(topic)
                .param(key)
                .param(value == null ? null : WireJson.write(value))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sender.wake();
            }
        });
    }
}
