package org.citybrain.platform.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction (校核) sent to the department that tells a field. Until the source's own row changes the wanted value
 * stands in the golden record.
 *
 * @param field golden field
 * @param resource the source that tells it
 * @param seen what it told, masked
 * @param wanted what is right, masked
 * @param state SENT, RECEIVED (in the department's own table), REFUSED, ACCEPTED (the source changed as wanted), ANSWERED (it
 *     changed otherwise)
 * @param receipt the changed row's receipt, null until then
 */
public record Correction(
        String id,
        String entity,
        String field,
        String resource,
        @Nullable String seen,
        String wanted,
        String reason,
        String askedBy,
        Instant askedAt,
        String delivery,
        String state,
        String answer,
        @Nullable Instant closedAt,
        @Nullable String receipt) {}
