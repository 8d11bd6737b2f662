package org.citybrain.platform.process;

import java.time.Instant;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work for one role at one place.
 *
 * @param kind id of the step in the process
 * @param form id of the scene's form, absent when a plain confirmation suffices
 * @param dueCity city time by which the law wants it done; absent without a legal clock
 */
public record TaskRecord(
        String id,
        String caseId,
        String kind,
        Bilingual title,
        @Nullable String form,
        String role,
        String place,
        String state,
        Instant createdAt,
        Instant createdCity,
        @Nullable Instant dueCity,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        Map<String, Object> answers) {}
