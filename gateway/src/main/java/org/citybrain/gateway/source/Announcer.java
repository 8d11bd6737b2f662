package org.citybrain.gateway.source;

import java.util.List;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.SchemaVersion;

/** Hears of schemas and findings of a source. */
public interface Announcer {
    /** The resource's rows follow this schema from now on. */
    void schema(String resource, SchemaVersion schema, String comment);

    /** What was found at the source of the resource. */
    void findings(String resource, List<Finding> findings);
}
