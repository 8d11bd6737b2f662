package org.citybrain.platform.rules.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * One subject is looked at by one thread at a time: a look that finds nothing to decide writes nothing, and must not overtake
 * another that has older facts. Two processes over one database are kept apart by the standing they both write.
 */
@Component
class SubjectLocks {
    private final Lock[] locks = new Lock[4096];

    SubjectLocks() {
        Arrays.setAll(locks, index -> new ReentrantLock());
    }

    /** Waits until no other thread looks at any of them. Always taken in one order, so that two never wait for each other. */
    Held hold(Collection<String> subjects) {
        List<Lock> wanted = subjects.stream()
                .map(subject -> Math.floorMod(subject.hashCode(), locks.length))
                .distinct()
                .sorted()
                .map(index -> locks[index])
                .toList();
        wanted.forEach(Lock::lock);
        return new Held(wanted);
    }

    /** Subjects that this thread alone looks at until it closes this. */
    record Held(List<Lock> locks) implements AutoCloseable {
        @Override
        public void close() {
            locks.forEach(Lock::unlock);
        }
    }
}
