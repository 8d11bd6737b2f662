package org.citybrain.platform.registry;

import java.util.List;

/** The door through which a wrong value goes back to its source. */
public interface Corrections {

    /**
     * Sends a correction to the department whose row tells the field now.
     *
     * @param kind person, firm, licence, credit
     * @param ref any id of it
     * @param wanted the right value
     */
    Correction ask(String kind, String ref, String field, String wanted, String reason);

    /** The newest hundred corrections of one, masked; a person's are read for a reason, within the caller's region. */
    List<Correction> list(String kind, String ref, ReadReason reason);
}
