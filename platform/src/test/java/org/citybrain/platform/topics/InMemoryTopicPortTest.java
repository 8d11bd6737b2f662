package org.citybrain.platform.topics;

/** The broker in memory keeps the contract. */
class InMemoryTopicPortTest extends TopicPortContract {

    private final InMemoryTopicPort port = new InMemoryTopicPort();

    @Override
    protected TopicPort port() {
        return port;
    }

    @Override
    protected void make(String name) {
        port.send(java.util.List.of());
    }
}
