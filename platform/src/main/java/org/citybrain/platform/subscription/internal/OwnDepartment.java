package org.citybrain.platform.subscription.internal;

import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.SubscriptionProblem;

/**
 * Whose word counts for which subscription (ADR 0018): a department receives only what its own account asked for, or what an
 * exchange run ordered; an account of a department decides and steers only where its department gives or receives.
 */
final class OwnDepartment {

    private OwnDepartment() {}

    /** Refuses a caller who is not of the department that is to receive; no right for the whole city stands in for it. */
    static void requireToReceive(String consumer) {
        Caller caller = Callers.get();
        if (!caller.department().equals(consumer)) {
            throw refused(caller, consumer);
        }
    }

    /** Refuses a department that asks for its own rows: it has them at their source. */
    static void requireAnother(SubscriptionOffice.Wish wish) {
        if (wish.resource().startsWith(wish.consumer() + ".")) {
            throw Refusal.of(SubscriptionProblem.OWN_RESOURCE, wish.consumer() + " ← " + wish.resource());
        }
    }

    /** Refuses an account of one department where the whole city's word is needed. */
    static void requireNone() {
        Caller caller = Callers.get();
        if (!caller.department().isEmpty()) {
            throw refused(caller, "exchange run");
        }
    }

    /** Refuses an account of a department that does not provide the rows; the city's data office has none. */
    static void requireToGive(Subscription one) {
        Caller caller = Callers.get();
        if (!caller.department().isEmpty() && !one.provider().equals(caller.department())) {
            throw refused(caller, one.provider());
        }
    }

    /** Refuses an account of a department that neither gives nor receives here. */
    static void requireEither(Subscription one) {
        if (!one.consumer().equals(Callers.get().department())) {
            requireToGive(one);
        }
    }

    private static Refusal refused(Caller caller, String department) {
        String own = caller.department().isEmpty() ? "—" : caller.department();
        return Refusal.of(SubscriptionProblem.NOT_YOURS, caller.login() + " (" + own + ") → " + department);
    }
}
