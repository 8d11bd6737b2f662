package org.citybrain.platform.topics.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.citybrain.platform.topics.TopicFailure;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.platform.topics.TopicPort;

/** A topic followed by hand-assigned partitions; waits quietly for a topic that the engines have not made yet. */
final class KafkaFeed implements TopicPort.Feed {

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private final IntToLongFunction nextOffset;

    KafkaFeed(KafkaConsumer<String, byte[]> consumer, String topic, IntToLongFunction nextOffset) {
        this.consumer = consumer;
        this.topic = topic;
        this.nextOffset = nextOffset;
    }

    @Override
    public List<TopicMessage> next(Duration patience) {
        try {
            if (consumer.assignment().isEmpty() && !assign(patience)) {
                return List.of();
            }
            List<TopicMessage> messages = new ArrayList<>();
            consumer.poll(patience)
                    .forEach(record -> messages.add(new TopicMessage(
                            topic,
                            record.partition(),
                            record.offset(),
                            record.key() == null ? "" : record.key(),
                            record.value())));
            return messages;
        } catch (KafkaException e) {
            throw new TopicFailure("reading " + topic + " failed", e);
        }
    }

    private boolean assign(Duration patience) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            // a poll without partitions would throw: wait as long as the poll would have
            java.util.concurrent.locks.LockSupport.parkNanos(patience.toNanos());
            return false;
        }
        List<TopicPartition> places = partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(places);
        for (TopicPartition place : places) {
            consumer.seek(place, nextOffset.applyAsLong(place.partition()));
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
