package org.citybrain.gateway.keyed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.lane.RowTooLargeException;
import org.citybrain.gateway.source.Announcer;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Sends the plans of tables and waits until they are acknowledged. */
public final class PlanSender {
    private static final Duration ACKNOWLEDGEMENT = Duration.ofMinutes(10);
    private static final int TELL_EVERY = 100_000;

    private final Outbox outbox;
    private final Announcer announcer;
    private final Health health;

    /** A sender over an outbox that the caller closes. */
    public PlanSender(Outbox outbox, Announcer announcer, Health health) {
        this.outbox = outbox;
        this.announcer = announcer;
        this.health = health;
    }

    /**
     * Sends a table's plan, if there is one.
     *
     * @param comment of the resource, told with its schema
     * @throws IOException when it is not acknowledged within ten minutes; the plan stays
     */
    public void send(KeyedTable table, String resource, String comment) throws IOException, InterruptedException {
        if (!table.hasPlan()) {
            return;
        }
        KeyedTable.State next = table.plan().next();
        announcer.schema(resource, next.schema(), comment);
        try (PlanReader changes = table.changes()) {
            send(changes, resource, next.version());
        }
        if (!outbox.drain(ACKNOWLEDGEMENT)) {
            throw new IOException("The rows of " + resource + " were not acknowledged in time");
        }
        table.finish();
        health.clear("load " + resource);
    }

    private void send(PlanReader changes, String resource, long version) throws IOException, InterruptedException {
        long order = 0;
        for (PlanReader.@Nullable Change change = changes.next(); change != null; change = changes.next()) {
            Position position = new Position(1, version, ++order);
            try {
                outbox.append(resource, change.schema(), List.of(change.record()), position);
            } catch (RowTooLargeException e) {
                announcer.findings(resource, List.of(tooLarge(change.record().position(), e)));
            }
            if (order % TELL_EVERY == 0) {
                health.note("load " + resource, order + " rows sent");
            }
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
