package org.citybrain.platform.registry;

import java.util.List;

/** The door through which a wrong value goes back to its source. */
public interface Corrections {

    /**
     * Sends a correction to the department whose row tells the field now.
     *
     * @param ref any id of the person
     * @param wanted the right value
     */
    Correction ask(String ref, String field, String wanted, String reason);

    /** The corrections of a person, or the newest hundred of all when the id is empty. */
    List<Correction> list(String ref);
}
