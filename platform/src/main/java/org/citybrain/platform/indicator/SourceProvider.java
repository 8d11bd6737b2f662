package org.citybrain.platform.indicator;

import java.util.Optional;
import org.citybrain.platform.access.Caller;

/** How a room opens the sources it names in its figures. Each room with figures has one. */
public interface SourceProvider {

    /** The source of that id; empty when the id is another room's or is not known. */
    Optional<SourceView> find(String id, Caller reader);
}
