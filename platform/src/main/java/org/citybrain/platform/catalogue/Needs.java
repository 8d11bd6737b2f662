package org.citybrain.platform.catalogue;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;

/** The door through which scenes come to data: nothing flows to a scene without a grant. */
public interface Needs {

    /**
     * Asks for fields of a resource. An unconditional resource is granted at once; a conditional one waits for a data
     * officer, in the sample city it is granted at once with the basis written down; what is not shared is refused.
     * Asking again for what is granted changes nothing; asking for other fields is decided anew.
     *
     * @return the need as it stands afterwards
     * @throws org.citybrain.platform.problem.Refusal when the resource or a field is unknown, or no legal basis is given
     */
    Need grant(
            String scene,
            String resource,
            List<String> fields,
            List<String> lookup,
            Bilingual purpose,
            String legalBasis);

    /**
     * A data officer's answer to a waiting need.
     *
     * @param basis the reason, not blank
     * @throws org.citybrain.platform.problem.Refusal when there is no such need waiting
     */
    Need decide(String scene, String resource, boolean granted, String basis);

    /** Ends all grants of a scene: its facts are no longer kept. */
    void withdraw(String scene);

    /** The needs of a scene in order of resource, in every state. */
    List<Need> listOf(String scene);

    /** The needs for a resource in order of scene, in every state. */
    List<Need> listFor(String resource);
}
