package org.citybrain.platform.catalogue.internal;

import java.util.List;
import org.citybrain.platform.catalogue.Need;
import org.springframework.stereotype.Component;

/** The requests that wait for a data officer. */
@Component
public final class WaitingNeeds {

    private final NeedRows needs;

    WaitingNeeds(NeedRows needs) {
        this.needs = needs;
    }

    /** Oldest first. */
    public List<Need> list() {
        return needs.listWaiting();
    }
}
