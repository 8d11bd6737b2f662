package org.citybrain.platform.topics.internal;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicPort;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts a follower for each listener once everything else runs, and stops them first. */
@Component
final class Followers implements SmartLifecycle {

    private final ObjectProvider<TopicListener> listeners;
    private final TopicPort port;
    private final Positions positions;
    private final List<Follower> followers = new ArrayList<>();

    Followers(ObjectProvider<TopicListener> listeners, TopicPort port, Positions positions) {
        this.listeners = listeners;
        this.port = port;
        this.positions = positions;
    }

    @Override
    public void start() {
        for (TopicListener listener : listeners) {
            Follower follower = new Follower(listener, port, positions);
            followers.add(follower);
            follower.start();
        }
    }

    @Override
    public void stop() {
        followers.forEach(Follower::stop);
        followers.forEach(Follower::join);
        followers.clear();
    }

    @Override
    public boolean isRunning() {
        return !followers.isEmpty();
    }
}
