package org.citybrain.platform.topics;

import org.jspecify.annotations.Nullable;

/** Sends messages that belong to a transaction: none if it is rolled back, at least once if it commits. */
public interface Outbox {

    /**
     * Puts a wire record into the running transaction.
     *
     * @param topic the topic
     * @param key the message's key, opaque
     * @param value a wire record, or null to delete the key from a compacted topic
     */
    void put(String topic, String key, @Nullable Object value);
}
