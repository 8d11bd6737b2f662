package org.citybrain.gateway.signing;

import java.io.IOException;
import java.util.List;
import org.citybrain.gateway.health.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers public keys with the platform, again and again until it has them; batches wait parked until then. */
public final class KeyRegistration implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRegistration.class);
    private static final String PATH = "/api/exchange/node-keys";

    private final PlatformClient platform;
    private final List<DepartmentKey> keys;
    private final Health health;

    /** A registration of the departments' keys, run once. */
    public KeyRegistration(PlatformClient platform, List<DepartmentKey> keys, Health health) {
        this.platform = platform;
        this.keys = List.copyOf(keys);
        this.health = health;
    }

    @Override
    public void run() {
        try {
            for (DepartmentKey key : keys) {
                for (long pause = 500; !register(key); pause = Math.min(pause * 2, 5_000)) {
                    Thread.sleep(pause);
                }
                health.up("key " + key.node(), "registered");
                LOG.info("Registered the public key of {}", key.node());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean register(DepartmentKey key) throws InterruptedException {
        try {
            PlatformClient.Answer answer = platform.post(PATH, key.toNodeKey());
            if (!answer.isDone()) {
                health.note("key " + key.node(), "the platform answered " + answer.status());
            }
            return answer.isDone();
        } catch (IOException e) {
            health.note("key " + key.node(), "waits for the platform");
            return false;
        }
    }
}
