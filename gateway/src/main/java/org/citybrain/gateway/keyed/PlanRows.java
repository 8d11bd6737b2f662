package org.citybrain.gateway.keyed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.lane.RowTooLargeException;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Sends a plan's changes, waits until they are acknowledged and makes the plan the table's state. */
final class PlanRows {
    private static final Duration ACKNOWLEDGEMENT = Duration.ofMinutes(10);
    private static final int TELL_EVERY = 100_000;

    private final Outbox outbox;
    private final Health health;
    private final BiConsumer<String, List<Finding>> findings;
    private final long[] counts = new long[3];

    PlanRows(Outbox outbox, Health health, BiConsumer<String, List<Finding>> findings) {
        this.outbox = outbox;
        this.health = health;
        this.findings = findings;
    }

    /**
     * Sends the plan.
     *
     * @param positions place of the change with a number from 1
     * @return how many rows it created, updated and deleted
     * @throws IOException when it is not acknowledged within ten minutes; the plan stays
     */
    Outcome send(KeyedTable table, String resource, LongFunction<Position> positions)
            throws IOException, InterruptedException {
        try (PlanReader changes = table.changes()) {
            long order = 0;
            for (PlanReader.@Nullable Change change = changes.next(); change != null; change = changes.next()) {
                send(change, resource, positions.apply(++order));
                if (order % TELL_EVERY == 0) {
                    health.note("load " + resource, order + " rows sent");
                }
            }
        }
        if (!outbox.drain(ACKNOWLEDGEMENT)) {
            throw new IOException("The rows of " + resource + " were not acknowledged in time");
        }
        table.finish();
        health.clear("load " + resource);
        return new Outcome(counts[0], counts[1], counts[2], 0, 0, 0);
    }

    private void send(PlanReader.Change change, String resource, Position position) throws InterruptedException {
        char op = change.record().op();
        counts[op == 'd' ? 2 : op == 'u' ? 1 : 0]++;
        try {
            outbox.append(resource, change.schema(), List.of(change.record()), position);
        } catch (RowTooLargeException e) {
            findings.accept(resource, List.of(tooLarge(change.record().position(), e)));
        }
    }

    private static Finding tooLarge(String place, RowTooLargeException e) {
        return new Finding(
                "GW-102",
                Severity.ERROR,
                place,
                "",
                new Bilingual("单行超过一个批次的上限（500 KB），已搁置", String.valueOf(e.getMessage())),
                new Bilingual("请把大字段存为文件并只登记其地址", "Keep the large field as a file and register its address only"),
                Map.of("position", place));
    }
}
