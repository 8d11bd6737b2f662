package org.citybrain.platform.live.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citybrain.platform.live.Live;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All open pages. A change is only noted for each; a page's own thread sends, so a slow reader delays nobody. */
@Service
public class LiveHub implements Live, SmartLifecycle {

    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveHub() {}

    /** Opens a stream for one page. */
    public SseEmitter follow() {
        SseEmitter emitter = new SseEmitter(0L);
        Follower follower = new Follower(emitter, followers::remove);
        followers.add(follower);
        follower.start();
        return emitter;
    }

    /** How many pages follow now. */
    public int size() {
        return followers.size();
    }

    @Override
    public void changed(String topic) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(topic);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(topic);
            }
        });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all streams, so that a stopping server need not wait for readers who never leave. */
    @Override
    public void stop() {
        running = false;
        followers.forEach(Follower::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tell(String topic) {
        followers.forEach(follower -> follower.note(topic));
    }
}
