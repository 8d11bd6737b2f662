package org.citybrain.platform.registry;

import java.time.Instant;

/**
 * A row of a source that an entity is made of.
 *
 * @param record the registry's number of it
 * @param receipt {@code resource/lane/sequence/row}
 * @param validFrom when the source changed it
 * @param knownAt when the city knew
 */
public record SourceRecord(long record, String resource, String receipt, Instant validFrom, Instant knownAt) {}
