package org.citybrain.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.gateway.health.Health;
import org.citybrain.kernel.wire.BatchReceipt;
import org.citybrain.kernel.wire.WireJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptLedgerTest {
    private static final long NOVEMBER = 1_795_300_000_000_000L;

    private static BatchReceipt receipt(String resource, long sequence, String verdict) {
        return new BatchReceipt(
                resource, 0, sequence, "d@3609", "00", 1, 1, 0, verdict, "why", NOVEMBER, NOVEMBER, 0, 0, "");
    }

    private static ConsumerRecord<byte[], byte[]> message(byte[] value) {
        return new ConsumerRecord<>("cb.receipts", 0, 0, new byte[0], value);
    }

    @Test
    void keepsOnlyTheDepartmentsReceiptsAndShowsARefusedBatchUntilALaterOneIsTaken(@TempDir Path folder)
            throws Exception {
        Health health = new Health();
        ReceiptConsumer consumer = new ReceiptConsumer("d", new ReceiptLedger(folder), health);
        consumer.take(List.of(
                message(WireJson.write(receipt("d.t", 1, "ACCEPTED"))),
                message("no json".getBytes(StandardCharsets.UTF_8)),
                message(WireJson.write(receipt("other.t", 1, "ACCEPTED"))),
                message(WireJson.write(receipt("d.t", 2, "REFUSED")))));
        assertThat(health.isUp()).isFalse();
        assertThat(health.parts().toString()).contains("batch 2 was refused: why");
        consumer.take(List.of(message(WireJson.write(receipt("d.t", 2, "ACCEPTED")))));
        assertThat(health.isUp()).isTrue();
        assertThat(lines(folder)).hasSize(3);
    }

    @Test
    void writesOverHalfALineThatAKillLeft(@TempDir Path folder) throws Exception {
        ReceiptLedger ledger = new ReceiptLedger(folder);
        ledger.append(List.of(receipt("d.t", 1, "ACCEPTED")));
        try (var files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file) + "{\"resource\":\"d.t\",\"la");
        }
        ledger.append(List.of(receipt("d.t", 2, "ACCEPTED")));
        assertThat(lines(folder))
                .extracting(line -> WireJson.read(line.getBytes(StandardCharsets.UTF_8), BatchReceipt.class)
                        .sequence())
                .containsExactly(1L, 2L);
    }

    private static List<String> lines(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }
}
