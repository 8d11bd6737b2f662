package org.citybrain.platform.alert;

import java.time.Instant;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * An alert 预警 about one subject in one period.
 *
 * @param level BLUE, YELLOW, ORANGE or RED
 * @param detail what the scene wants shown beside the title; never an identity number
 * @param state RAISED or WITHDRAWN
 */
public record Alert(
        String id,
        String scene,
        String kind,
        String subject,
        String period,
        String level,
        Bilingual title,
        Map<String, Object> detail,
        String place,
        String state,
        String decision,
        @Nullable String withdrawnBy,
        Instant raisedAt,
        Instant raisedCity,
        @Nullable Instant withdrawnAt) {}
