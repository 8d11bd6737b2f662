package org.citybrain.platform.subscription.internal;

import java.util.List;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.platform.topics.TopicPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends planned messages in order and removes them once the broker has them, in one transaction: a crash between the two
 * sends the same bytes again, which the consumer knows by lane and sequence.
 */
@Component
class OutgoingSender {

    private static final Logger log = LoggerFactory.getLogger(OutgoingSender.class);
    private static final int AT_ONCE = 24;

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final TopicPort port;
    private boolean failing;

    OutgoingSender(JdbcClient db, TransactionTemplate transactions, TopicPort port) {
        this.db = db;
        this.transactions = transactions;
        this.port = port;
    }

    private record Row(long id, TopicMessage message) {}

    @Scheduled(fixedDelay = 300, initialDelay = 3_000)
    void send() {
        try {
            while (sendSome() == AT_ONCE) {
                log.debug("more is to be sent");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("subscribed rows cannot be sent now and are kept", e);
            }
            failing = true;
        }
    }

    private int sendSome() {
        Integer sent = transactions.execute(status -> {
            // one sender at a time, also among several platforms: the order of a subscription's messages must stay
            db.sql("select pg_advisory_xact_lock(hashtext('subscription.outgoing'))")
                    .query((row, index) -> index)
                    .list();
            List<Row> rows = db.sql(
                            "select id, topic, subscription, value from subscription.outgoing order by id limit ?")
                    .param(AT_ONCE)
                    .query((row, index) -> new Row(
                            row.getLong("id"),
                            TopicMessage.of(
                                    row.getString("topic"), row.getString("subscription"), row.getBytes("value"))))
                    .list();
            if (!rows.isEmpty()) {
                port.send(rows.stream().map(Row::message).toList());
                db.sql("delete from subscription.outgoing where id in (:ids)")
                        .param("ids", rows.stream().map(Row::id).toList())
                        .update();
            }
            return rows.size();
        });
        return sent == null ? 0 : sent;
    }
}
