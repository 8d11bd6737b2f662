package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * A record of one source as it stands now, for resolve to match (topic {@code cb.match-records}).
 *
 * @param set which matching takes it: persons, firms …
 * @param record the record itself
 * @param fields texts by column as the source wrote them; absent ones are missing
 * @param gone whether the source no longer has the record; fields play no part then
 * @param position where the record stood in its source's stream; comes back as the cause of memberships
 * @param sentAtMicros when it was sent, for latencies
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MatchRecord(
        String set, MemberKey record, Map<String, String> fields, boolean gone, String position, long sentAtMicros) {}
