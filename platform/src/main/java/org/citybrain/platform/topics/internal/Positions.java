package org.citybrain.platform.topics.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each listener has read; in the database, so that it is never ahead of what was done. */
@Component
final class Positions {

    private final JdbcClient db;

    Positions(JdbcClient db) {
        this.db = db;
    }

    /** The next offset wanted, 0 at first. */
    long nextOffset(String listener, String topic, int partition) {
        return db.sql("select next_offset from topics.position where listener = ? and topic = ? and partition = ?")
                .params(listener, topic, partition)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Remembers that everything before this offset is done. */
    void reached(String listener, String topic, int partition, long nextOffset) {
        db.sql("""
                        insert into topics.position (listener, topic, partition, next_offset) values (?, ?, ?, ?)
                        on conflict (listener, topic, partition)
                        do update set next_offset = excluded.next_offset, updated_at = clock_timestamp()""").params(listener, topic, partition, nextOffset).update();
    }
}
