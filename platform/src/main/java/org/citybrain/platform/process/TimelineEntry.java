package org.citybrain.platform.process;

import java.time.Instant;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case; entries are only ever added.
 *
 * @param at machine time
 * @param cityTime city time
 * @param by the login of a person, or the name of the rule, clock or department that acted
 */
public record TimelineEntry(
        Instant at,
        Instant cityTime,
        String kind,
        Bilingual title,
        String by,
        @Nullable String rule,
        @Nullable String decisionId,
        @Nullable String receipt,
        Map<String, Object> detail) {}
