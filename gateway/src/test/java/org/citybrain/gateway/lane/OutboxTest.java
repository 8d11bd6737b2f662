package org.citybrain.gateway.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.citybrain.gateway.Eventually;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final SchemaVersion SCHEMA =
            SchemaVersion.observed(List.of(FieldSpec.ofColumn("id", "integer", false, true)));
    private static final SchemaVersion OTHER =
            SchemaVersion.observed(List.of(FieldSpec.ofColumn("id", "text", false, true)));

    @TempDir
    private Path folder;

    private final Sm2.KeyPair keys = Sm2.newKeyPair();
    private final MemorySink sink = new MemorySink();

    private Outbox open() throws IOException {
        return Outbox.open("d", "d@3609", new Sm2.Signer(keys.privateKeyHex()), folder, sink, Clock.systemUTC());
    }

    private static long append(Outbox outbox, String resource, SchemaVersion schema, int row)
            throws InterruptedException {
        Position position = new Position(1, row, 1);
        ChangeRecord change =
                ChangeRecord.of('c', row, position.toString(), schema, null, List.of(Integer.toString(row)));
        return outbox.append(resource, schema, List.of(change), position);
    }

    @Test
    void signsBatchesInSequenceAndAcknowledgesThem() throws Exception {
        try (Outbox outbox = open()) {
            for (int i = 1; i <= 4_500; i++) {
                assertThat(append(outbox, "d.t", SCHEMA, i)).isEqualTo(i);
            }
            assertThat(outbox.drain(LIMIT)).isTrue();
            assertThat(outbox.acknowledged()).isEqualTo(4_500);
        }
        List<SignedBatch> batches = sink.accepted("d.t");
        Sm2.Verifier verifier = new Sm2.Verifier(keys.publicKeyHex());
        assertThat(batches).allMatch(batch -> batch.verifies(verifier));
        assertThat(batches).allMatch(batch -> batch.header().rowCount() <= 2_000);
        assertThat(sink.messages()).allMatch(message -> message.topic().equals("cb.batches.d"));
        assertThat(sink.records("d.t")).hasSize(4_500);
    }

    @Test
    void closesABatchByItselfWithin300Milliseconds() throws Exception {
        try (Outbox outbox = open()) {
            long start = System.nanoTime();
            append(outbox, "d.t", SCHEMA, 1);
            Eventually.eventually(LIMIT, "sent", () -> sink.messages().size() == 1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void neverMixesSchemasInABatch() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, "d.t", SCHEMA, 1);
            append(outbox, "d.t", OTHER, 2);
            append(outbox, "d.t", SCHEMA, 3);
            outbox.drain(LIMIT);
        }
        assertThat(sink.accepted("d.t"))
                .extracting(batch -> batch.header().schemaFingerprint())
                .containsExactly(SCHEMA.fingerprint(), OTHER.fingerprint(), SCHEMA.fingerprint());
    }

    @Test
    void skipsReplaysAfterARestart() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, "d.t", SCHEMA, 1);
            append(outbox, "d.t", SCHEMA, 2);
            outbox.drain(LIMIT);
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.lastPosition("d.t")).isEqualTo(new Position(1, 2, 1));
            assertThat(append(outbox, "d.t", SCHEMA, 1)).isZero();
            assertThat(append(outbox, "d.t", SCHEMA, 2)).isZero();
            append(outbox, "d.t", SCHEMA, 3);
            outbox.drain(LIMIT);
        }
        assertThat(sink.records("d.t"))
                .extracting(ChangeRecord::sourceTimeMicros)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void sendsTheSameBytesAgainWhenNobodyAcknowledged() throws Exception {
        sink.beSilent(true);
        try (Outbox outbox = open()) {
            append(outbox, "d.t", SCHEMA, 1);
            Eventually.eventually(LIMIT, "sent", () -> sink.messages().size() == 1);
            assertThat(outbox.acknowledged()).isZero();
        }
        sink.beSilent(false);
        try (Outbox outbox = open()) {
            Eventually.eventually(LIMIT, "sent again", () -> sink.messages().size() == 2);
            outbox.drain(LIMIT);
        }
        assertThat(sink.messages().get(1).value())
                .isEqualTo(sink.messages().get(0).value());
        try (Outbox outbox = open()) {
            assertThat(outbox.acknowledged()).isZero();
        }
        assertThat(sink.messages()).hasSize(2);
    }

    @Test
    void stopsAtASendErrorAndGoesOnWhenReopened() throws Exception {
        sink.refuse(message -> message.key().equals("d.bad"));
        try (Outbox outbox = open()) {
            append(outbox, "d.good", SCHEMA, 1);
            append(outbox, "d.bad", SCHEMA, 1);
            assertThatThrownBy(() -> outbox.drain(LIMIT)).isInstanceOf(OutboxException.class);
            assertThatThrownBy(outbox::acknowledged).hasMessageContaining("stopped: refused");
            assertThatThrownBy(() -> append(outbox, "d.good", SCHEMA, 2)).isInstanceOf(OutboxException.class);
        }
        sink.refuse(message -> false);
        try (Outbox outbox = open()) {
            append(outbox, "d.good", SCHEMA, 2);
            assertThat(outbox.drain(LIMIT)).isTrue();
        }
        assertThat(sink.records("d.bad")).hasSize(1);
        assertThat(sink.records("d.good")).hasSize(2);
    }

    @Test
    void setsARowAsideThatNoBatchCanHold() throws Exception {
        try (Outbox outbox = open()) {
            ChangeRecord huge = ChangeRecord.of('c', 1, "1", OTHER, null, List.of("x".repeat(300_000)));
            assertThatThrownBy(() -> outbox.append("d.t", OTHER, List.of(huge), new Position(1, 1, 1)))
                    .isInstanceOf(RowTooLargeException.class);
            append(outbox, "d.t", SCHEMA, 2);
            assertThat(outbox.drain(LIMIT)).isTrue();
        }
        assertThat(sink.records("d.t")).hasSize(1);
    }
}
