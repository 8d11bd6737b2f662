package org.citybrain.samplecity.live;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.samplecity.tables.Records;

/**
 * {@code truth/live-<start>.csv}: each committed change that must raise a task, with the machine time just before its
 * commit. A line is on disk as soon as the change is committed.
 */
final class LiveTruth implements Closeable {
    private final Path file;
    private final BufferedWriter out;
    private long raised;

    LiveTruth(Path folder, long startMicros) throws IOException {
        Files.createDirectories(folder);
        file = folder.resolve("live-" + startMicros + ".csv");
        out = Files.newBufferedWriter(file);
        out.write("change_id,household_no,settlement_no,committed_at_micros,self_paid_total,last_year_income\n");
        out.flush();
    }

    Path file() {
        return file;
    }

    synchronized void raised(long changeId, Change.Raise raise, long committedAt) {
        try {
            out.write(changeId + "," + raise.household() + "," + raise.settlement() + "," + committedAt + ","
                    + Records.money(raise.selfPaidCents()) + "," + Records.money(raise.incomeCents()) + "\n");
            out.flush();
            raised++;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    synchronized long raised() {
        return raised;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
