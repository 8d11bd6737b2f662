package org.citybrain.decisions;

import java.util.List;

/** Where facts are asked for: the pool's current or past state, or the rows of a test. */
@FunctionalInterface
public interface FactSource {
    /** The living (not deleted) rows whose lookup field has the value, in order of key; empty when there are none. */
    List<FactRow> find(String resource, String lookupField, String value);
}
