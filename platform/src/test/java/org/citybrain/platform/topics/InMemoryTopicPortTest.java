package org.citybrain.platform.topics;

/** The broker in memory keeps the contract. */
class InMemoryTopicPortTest extends TopicPortContract {

    private final InMemoryTopicPort port = new InMemoryTopicPort();

    @Override
    TopicPort port() {
        return port;
    }

    @Override
    void make(String name) {
        port.send(java.util.List.of());
    }
}
