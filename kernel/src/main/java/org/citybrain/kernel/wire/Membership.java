package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Which records are one person or thing, as it stands after a change; only resolve writes it (topic
 * {@code cb.memberships}, seam 11).
 *
 * @param set which matching it belongs to
 * @param entity the durable id
 * @param version rises with every change of any entity of the set, over restarts too
 * @param members its records; none: the entity is no more
 * @param cameFrom other entities that records came from: merged into this one, or split off from
 * @param cause positions of the records and ids of the rulings that led to it
 * @param sentAtMicros when the earliest of its causes was sent
 * @param emittedAtMicros when resolve said it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Membership(
        String set,
        String entity,
        long version,
        List<MemberKey> members,
        List<String> cameFrom,
        List<String> cause,
        long sentAtMicros,
        long emittedAtMicros) {}
