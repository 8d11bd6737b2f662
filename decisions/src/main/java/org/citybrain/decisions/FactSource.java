package org.citybrain.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where facts are asked for: the pool's current or past state, or the rows of a test. */
@FunctionalInterface
public interface FactSource {
    /** The living (not deleted) rows whose lookup field has the value, in order of key; empty when there are none. */
    List<FactRow> find(String resource, String lookupField, String value);

    /**
     * The living rows of any of the resources whose lookup field has any of the values; rows carry the lookup field. A source
     * that pays for each question overrides this with a single one: a decision asks for all members at once.
     */
    default List<FactRow> findAll(Collection<String> resources, String lookupField, Collection<String> values) {
        List<FactRow> found = new ArrayList<>();
        for (String resource : resources) {
            for (String value : values) {
                found.addAll(find(resource, lookupField, value));
            }
        }
        return found;
    }
}
