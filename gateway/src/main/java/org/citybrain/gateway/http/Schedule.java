package org.citybrain.gateway.http;

import java.time.Duration;
import org.citybrain.gateway.http.Crawl.Kind;
import org.jspecify.annotations.Nullable;

/** When which crawl of a table is due. */
final class Schedule {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final int FULL_AGAIN = 4;

    private final HttpDescription description;
    private final HttpDescription.Table table;
    private long nextFull = System.nanoTime();
    private long nextSince = System.nanoTime();
    private long nextKeys = System.nanoTime();

    Schedule(HttpDescription description, HttpDescription.Table table) {
        this.description = description;
        this.table = table;
        this.nextFull = in(description.fullPause());
        this.nextKeys = in(keysPause());
    }

    private static long in(Duration pause) {
        return System.nanoTime() + pause.toNanos();
    }

    private Duration keysPause() {
        HttpDescription.Keys keys = table.keys();
        return keys == null ? description.fullPause() : keys.pause();
    }

    /** The crawl that is due, null when none is. What was never read whole is read whole first. */
    @Nullable
    Kind due(boolean neverRead, boolean noCursor) {
        long now = System.nanoTime();
        boolean asksChanges = table.since() != null;
        if (neverRead || noCursor && asksChanges) {
            return now - nextSince >= 0 ? Kind.FULL : null;
        }
        if (now - nextFull >= 0 || !asksChanges && now - nextSince >= 0) {
            return Kind.FULL;
        }
        if (table.keys() != null && now - nextKeys >= 0) {
            return Kind.KEYS;
        }
        return asksChanges && now - nextSince >= 0 ? Kind.SINCE : null;
    }

    void done(Kind kind) {
        switch (kind) {
            case FULL -> {
                nextFull = in(description.fullPause());
                nextSince = in(description.pause());
            }
            case SINCE -> nextSince = in(description.pause());
            case KEYS -> nextKeys = in(keysPause());
        }
    }

    void failed(Kind kind) {
        switch (kind) {
            case FULL -> {
                nextFull = in(AFTER_FAILURE);
                nextSince = in(AFTER_FAILURE);
            }
            case SINCE -> nextSince = in(AFTER_FAILURE);
            case KEYS -> nextKeys = in(AFTER_FAILURE);
        }
    }

    /** Rows may be gone: another listing soon tells. */
    void listAgain() {
        nextKeys = sooner(nextKeys, description.pause());
        if (table.keys() == null) {
            nextFull = sooner(nextFull, description.pause());
        }
    }

    /** Something is missing: read everything again soon. */
    void fullAgain() {
        nextFull = sooner(nextFull, description.pause().multipliedBy(FULL_AGAIN));
    }

    /** What is asked for again before it came must not put it off: two listings may pass within one pause. */
    private static long sooner(long planned, Duration pause) {
        long wanted = in(pause);
        return wanted - planned < 0 ? wanted : planned;
    }

    void changesNow() {
        nextSince = System.nanoTime();
    }
}
