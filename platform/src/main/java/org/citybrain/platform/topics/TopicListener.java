package org.citybrain.platform.topics;

import java.util.List;

/**
 * Hears a topic. Declared as a bean; called by one thread, in order, from the topic's beginning, then from where it
 * was. A message can come twice after a crash: the listener must not mind.
 */
public interface TopicListener {

    /** Stable name under which the place reached is kept, room first: {@code catalogue.schemas}. */
    String name();

    /** The topic. */
    String topic();

    /**
     * Takes messages in order. An {@link IllegalArgumentException} means a malformed message, which is passed over and
     * logged; any other failure is tried again until it succeeds.
     */
    void on(List<TopicMessage> messages);
}
