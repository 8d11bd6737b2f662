package org.citybrain.platform.catalogue.internal;

import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.live.Live;
import org.citybrain.platform.topics.Outbox;
import org.springframework.stereotype.Component;

/** Tells gateways and intake the newest entry of a resource, in the change's own transaction. */
@Component
class Announcements {

    private final Resources resources;
    private final Entries entries;
    private final Outbox outbox;
    private final Live live;

    Announcements(Resources resources, Entries entries, Outbox outbox, Live live) {
        this.resources = resources;
        this.entries = entries;
        this.outbox = outbox;
        this.live = live;
    }

    /** Publishes the entry if the resource is registered. */
    void announce(String resource) {
        resources.find(resource).ifPresent(found -> outbox.put(Topics.CATALOGUE, resource, entries.of(found)));
        live.changed("catalogue");
    }
}
