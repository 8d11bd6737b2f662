package org.citybrain.platform.scene;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.citybrain.decisions.DatedParameters;

/** The door to rates, lines and periods: values by the day from which they hold. */
public interface SceneParameters {
    /** The parameters of the scene version in force, with every value known now; of one day the last known counts. */
    DatedParameters of(InstalledScene scene);

    /** Everything ever known about the scene's parameters, newest knowledge first. */
    List<Known> history(String scene);

    /**
     * One value as it became known.
     *
     * @param author who set it: a login, or scene:version when it came with the folder
     */
    record Known(
            String id,
            LocalDate from,
            String value,
            String basis,
            String basisEn,
            boolean verified,
            String author,
            Instant knownAt) {}
}
