package org.citybrain.platform.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to the alerts. */
public interface Alerts {
    Optional<Alert> find(String id);

    /** Newest first, at most {@code limit}; state narrows when given; region is a prefix, empty for all. */
    List<Alert> list(@Nullable String state, String region, int limit);

    /** Number of standing alerts by the first six digits of their place. */
    Map<String, Long> standingByCounty();
}
