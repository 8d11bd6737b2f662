package org.citybrain.platform.topics;

import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * One record of a topic.
 *
 * @param topic its topic
 * @param partition its partition, 0 for one that is not sent yet
 * @param offset its place in the partition, -1 for one that is not sent yet
 * @param key its key, opaque
 * @param value its bytes; null deletes the key from a compacted topic
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
public record TopicMessage(String topic, int partition, long offset, String key, byte @Nullable [] value) {

    /** A message to be sent. */
    public static TopicMessage of(String topic, String key, byte @Nullable [] value) {
        return new TopicMessage(topic, 0, -1, key, value);
    }

    /**
     * The value as a wire record.
     *
     * @throws IllegalArgumentException when it is absent or not of that type: the message is then passed over
     */
    public <T> T as(Class<T> type) {
        if (value == null) {
            throw new IllegalArgumentException("the message " + key + " is a deletion");
        }
        return WireJson.read(value, type);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset + " " + key;
    }
}
