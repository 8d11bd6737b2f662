package org.citybrain.gateway.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.lane.SentBatches;
import org.citybrain.gateway.signing.DepartmentKey;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
    private static final String RESOURCE = "test.person";
    private static final SchemaVersion SCHEMA = SchemaVersion.observed(
            List.of(FieldSpec.ofColumn("id", "integer", false, true), FieldSpec.ofColumn("v", "text", true, false)));

    @TempDir
    private Path folder;

    private final MemorySink sink = new MemorySink();
    private final List<Finding> findings = new ArrayList<>();
    private Outbox outbox;

    @BeforeEach
    void sendTwoBatches() throws Exception {
        DepartmentKey key = DepartmentKey.of("test@3609", folder.resolve("key"), Clock.systemUTC());
        outbox = Outbox.open("test", "test@3609", key.newSigner(), folder.resolve("journal"), sink, Clock.systemUTC());
        for (int id = 1; id <= 2; id++) {
            ChangeRecord row = ChangeRecord.of('r', 0, "load:" + id, SCHEMA, null, List.of("" + id, "first"));
            outbox.append(RESOURCE, SCHEMA, List.of(row), new Position(0, 0, id));
            assertThat(outbox.drain(java.time.Duration.ofSeconds(20))).isTrue();
        }
    }

    @AfterEach
    void closeOutbox() {
        outbox.close();
    }

    @Test
    void sendsNothingWhereNothingIsDifferent() throws Exception {
        reload(sink, List.of("1", "first"), List.of("2", "first"));
        assertThat(sink.records(RESOURCE)).hasSize(2);
        assertThat(codes()).containsExactly("GW-108");
    }

    @Test
    void sendsARowThatNoBatchIsKnownOfOnceMoreAndTellsThatBatchesAreMissing() throws Exception {
        SentBatches cut =
                (resource, reader) -> reader.batch(sink.messages().get(1).value());
        reload(cut, List.of("1", "first"));
        assertThat(sink.records(RESOURCE).subList(2, 4))
                .extracting(ChangeRecord::op, record -> record.key().getFirst())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple('c', "1"), org.assertj.core.groups.Tuple.tuple('d', "2"));
        assertThat(codes()).containsExactly("GW-109", "GW-108");
    }

    @Test
    void goesOnWithItsPlanAfterItWasCutOffInTheMiddle() throws Exception {
        sink.refuse(message -> message.batch().header().sequence() > 2);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> reload(sink, List.of("2", "second"))))
                .isNotNull();
        sink.refuse(message -> false);
        outbox.close();
        DepartmentKey key = DepartmentKey.of("test@3609", folder.resolve("key"), Clock.systemUTC());
        outbox = Outbox.open("test", "test@3609", key.newSigner(), folder.resolve("journal"), sink, Clock.systemUTC());
        reload(sink, List.of("2", "second"));
        assertThat(sink.records(RESOURCE).subList(2, 4))
                .extracting(ChangeRecord::op, record -> record.key().getFirst())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple('d', "1"), org.assertj.core.groups.Tuple.tuple('u', "2"));
        assertThat(sink.records(RESOURCE)).hasSize(4);
    }

    @SafeVarargs
    private void reload(SentBatches sent, List<String>... rows) throws Exception {
        new Reload(sent, outbox, new Health(), (resource, found) -> findings.addAll(found))
                .run(new Reload.Target(RESOURCE, SCHEMA, SCHEMA, 1, 0), folder, taker -> {
                    for (int i = 0; i < rows.length; i++) {
                        taker.row(i + 1, List.copyOf(rows[i]));
                    }
                });
    }

    private List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }
}
