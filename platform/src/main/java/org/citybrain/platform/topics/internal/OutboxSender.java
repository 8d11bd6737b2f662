package org.citybrain.platform.topics.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.platform.topics.TopicPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Empties the outbox: at once after a commit, and each second for what a crash left behind. */
@Component
final class OutboxSender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final int AT_ONCE = 200;

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final TopicPort port;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean failing;
    private volatile @Nullable Thread thread;

    OutboxSender(JdbcClient db, TransactionTemplate transactions, TopicPort port) {
        this.db = db;
        this.transactions = transactions;
        this.port = port;
    }

    void wake() {
        work.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("outbox").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread sending = thread;
        try {
            if (sending != null && !sending.join(Duration.ofSeconds(3))) {
                sending.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                work.tryAcquire(1, TimeUnit.SECONDS);
                work.drainPermits();
                while (running && sendSome() == AT_ONCE) {
                    log.debug("the outbox holds more");
                }
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!failing) {
                    log.warn("the outbox cannot be sent now and is kept", e);
                }
                failing = true;
            }
        }
    }

    private record Row(long id, TopicMessage message) {}

    /** Sends and removes in one transaction: a crash between the two sends again, never loses. */
    private int sendSome() {
        Integer sent = transactions.execute(status -> {
            List<Row> rows = db.sql(
                            "select id, topic, key, value from topics.outbox order by id limit ? for update skip locked")
                    .param(AT_ONCE)
                    .query((row, index) -> new Row(
                            row.getLong("id"),
                            TopicMessage.of(row.getString("topic"), row.getString("key"), row.getBytes("value"))))
                    .list();
            if (!rows.isEmpty()) {
                port.send(rows.stream().map(Row::message).toList());
                db.sql("delete from topics.outbox where id in (:ids)")
                        .param("ids", rows.stream().map(Row::id).toList())
                        .update();
            }
            return rows.size();
        });
        return sent == null ? 0 : sent;
    }
}
