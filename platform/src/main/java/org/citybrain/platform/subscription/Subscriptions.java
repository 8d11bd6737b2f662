package org.citybrain.platform.subscription;

import java.util.List;
import java.util.Optional;

/** The door to who receives what. */
public interface Subscriptions {

    /** Subscriptions to a resource that were granted, in order of grant; ended ones among them. */
    List<Subscription> grantedFor(String resource);

    /** One subscription. */
    Optional<Subscription> find(String id);
}
