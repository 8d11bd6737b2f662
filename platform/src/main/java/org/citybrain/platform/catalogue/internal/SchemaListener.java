package org.citybrain.platform.catalogue.internal;

import java.util.List;
import org.citybrain.kernel.wire.SchemaObserved;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.springframework.stereotype.Component;

/** Hears which shapes gateways see at the sources. */
@Component
class SchemaListener implements TopicListener {

    private final Registrations registrations;

    SchemaListener(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public String name() {
        return "catalogue.schemas";
    }

    @Override
    public String topic() {
        return Topics.SCHEMAS;
    }

    @Override
    public void on(List<TopicMessage> messages) {
        for (TopicMessage message : messages) {
            SchemaObserved observed = message.as(SchemaObserved.class);
            Callers.run(Caller.system("catalogue"), () -> registrations.observe(observed));
        }
    }
}
