package org.citybrain.platform.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells who is calling on this thread. Room identity sets it for each request; background work says
 * {@link #as(Caller, Supplier)}.
 */
public final class Callers {

    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    private Callers() {}

    /** The caller; throws when nobody is known, which is an error of the program. */
    public static Caller get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is calling on this thread"));
    }

    /** The caller, if one is known. */
    public static Optional<Caller> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Does the work as that caller and restores the one before. */
    public static <T> T as(Caller caller, Supplier<T> work) {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** Does the work as that caller and restores the one before. */
    public static void run(Caller caller, Runnable work) {
        as(caller, () -> {
            work.run();
            return true;
        });
    }

    /** Sets the caller of this request's thread; only room identity does so, and clears it afterwards. */
    public static void enter(Caller caller) {
        CURRENT.set(caller);
    }

    /** Forgets the caller of this thread. */
    public static void leave() {
        CURRENT.remove();
    }

    private static void restore(@Nullable Caller before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
