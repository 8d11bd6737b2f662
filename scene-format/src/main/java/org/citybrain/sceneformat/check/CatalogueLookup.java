package org.citybrain.sceneformat.check;

import java.util.Optional;
import java.util.Set;

/** What the checker asks the catalogue. */
@FunctionalInterface
public interface CatalogueLookup {
    /** Finds the field names of the version in force of a resource; empty when the catalogue has no such resource. */
    Optional<Set<String>> findFields(String resource);
}
