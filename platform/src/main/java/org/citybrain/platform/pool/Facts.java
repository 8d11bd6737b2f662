package org.citybrain.platform.pool;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.citybrain.decisions.FactRow;
import org.citybrain.decisions.FactSource;

/**
 * The facts that active needs name, as intake last wrote them. Inside a repeatable-read transaction all answers are of one
 * moment. Values are unmasked: callers record the read and mask what they show.
 */
public interface Facts extends FactSource {

    /** The living rows of any resource that have a lookup value, e.g. all that is known of a person's ref. */
    List<FactRow> findAnywhere(String lookupField, String value);

    /** The same of any of several values, in one question; rows carry the lookup field. */
    List<FactRow> findAnywhere(String lookupField, Collection<String> values);

    /** A row by resource and key, also when it was deleted at the source. */
    Optional<FactRow> find(String resource, String key);
}
