package org.citybrain.gateway.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.BatchReceipt;
import org.citybrain.kernel.wire.WireJson;

/**
 * A department's receipts: one JSON line each, a file per month. After a kill a receipt may stand there twice, never not
 * at all; readers take the last line of a resource, lane and sequence.
 */
public final class ReceiptLedger {
    private final Path folder;

    public ReceiptLedger(Path folder) {
        this.folder = folder;
    }

    /**
     * Appends receipts and forces them to disk.
     *
     * @throws IOException when the disk refuses
     */
    public void append(Collection<BatchReceipt> receipts) throws IOException {
        if (receipts.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        Map<YearMonth, ByteArrayOutputStream> months = new TreeMap<>();
        for (BatchReceipt receipt : receipts) {
            YearMonth month =
                    YearMonth.from(Micros.toInstant(receipt.receivedAtMicros()).atOffset(ZoneOffset.UTC));
            ByteArrayOutputStream lines = months.computeIfAbsent(month, fresh -> new ByteArrayOutputStream());
            lines.writeBytes(WireJson.write(receipt));
            lines.write('\n');
        }
        for (Map.Entry<YearMonth, ByteArrayOutputStream> month : months.entrySet()) {
            write(folder.resolve(month.getKey() + ".jsonl"), month.getValue().toByteArray());
        }
    }

    private static void write(Path file, byte[] lines) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(lines);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            out.position(wholeLines(out));
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(false);
        }
    }

    // half a line that a kill left is written over
    private static long wholeLines(FileChannel file) throws IOException {
        long end = file.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            file.read(one, end - 1);
            if (one.get(0) == '\n') {
                break;
            }
            end--;
        }
        file.truncate(end);
        return end;
    }
}
