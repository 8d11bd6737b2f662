package org.citybrain.platform.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to the pool's kept tables: what is there, as of the newest commit. */
public interface PoolTables {

    /**
     * Rows now in a resource's standard layer, exact to the row; 0 when the pool has no table of it yet.
     *
     * @param resource such as {@code health_insurance.settlement}
     */
    long countOf(String resource);

    /** Some rows of the standard layer by field name, unmasked: the caller masks. */
    List<Map<String, @Nullable Object>> sampleOf(String resource, int limit);

    /** The newest commit of a resource's standard layer; empty when the pool has none of it yet. */
    Optional<KeptTable> newest(String resource);
}
