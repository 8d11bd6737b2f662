package org.citybrain.streaming.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.citybrain.kernel.wire.Topics;
import org.junit.jupiter.api.Test;

class CheckpointHealthTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Instant now = NOON;
    private final CheckpointHealth subject = new CheckpointHealth(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void isUpBeforeTheFirstAndTellsWhenTheLastWasComplete() {
        assertThat(subject.state()).containsEntry("status", "UP").doesNotContainKey("lastComplete");
        subject.complete();
        assertThat(subject.state()).containsEntry("status", "UP").containsEntry("lastComplete", NOON.toString());
    }

    @Test
    void isDownWhenCheckpointsFailInARowUntilOneIsComplete() {
        subject.none(new IllegalStateException("no room"));
        subject.none(new IllegalStateException("no room"));
        assertThat(subject.state()).as("a restarting job").containsEntry("status", "UP");
        subject.none(new IllegalStateException("no room"));
        assertThat(subject.state()).containsEntry("status", "DOWN").containsEntry("failedSince", 3);
        assertThat(subject.state().get("detail").toString()).contains("数据池", "no room");
        subject.complete();
        assertThat(subject.state()).containsEntry("status", "UP").doesNotContainKey("detail");
    }

    @Test
    void isDownWhenACheckpointDoesNotComeToAnEnd() {
        subject.asked();
        now = NOON.plus(CheckpointHealth.STUCK);
        assertThat(subject.state()).containsEntry("status", "UP");
        now = now.plusSeconds(1);
        assertThat(subject.state()).containsEntry("status", "DOWN");
        assertThat(subject.state().get("detail").toString()).contains(NOON.toString());
        subject.complete();
        assertThat(subject.state()).containsEntry("status", "UP");
    }

    @Test
    void tellsOfAClockThatCannotReadTheReceiptsAndOfItsReturn() throws Exception {
        MockConsumer<byte[], byte[]> receipts = new MockConsumer<>("latest");
        receipts.updateEndOffsets(java.util.Map.of(new TopicPartition(Topics.RECEIPTS, 0), 0L));
        receipts.setPollException(new KafkaException("the log is gone"));
        try (FlinkRest flink = new FlinkRest(new Address("127.0.0.1", 1));
                CheckpointClock clock = new CheckpointClock(receipts, flink, "intake@1", "cost", Duration.ofHours(1))) {
            await(clock, "DOWN");
            assertThat(clock.state().get("detail").toString()).contains("the log is gone");
            await(clock, "UP");
        }
    }

    private static void await(CheckpointClock clock, String status) throws InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!status.equals(clock.state().get("status"))) {
            assertThat(System.nanoTime()).as("%s: %s", status, clock.state()).isLessThan(limit);
            Thread.sleep(20);
        }
    }
}
