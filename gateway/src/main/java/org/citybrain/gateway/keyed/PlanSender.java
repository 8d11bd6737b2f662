package org.citybrain.gateway.keyed;

import java.io.IOException;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.source.Announcer;

/** Sends the plans of tables and waits until they are acknowledged. */
public final class PlanSender {
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
        new PlanRows(outbox, health, announcer::findings)
                .send(table, resource, order -> new Position(1, next.version(), order));
    }
}
