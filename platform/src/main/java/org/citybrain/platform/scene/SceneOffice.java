package org.citybrain.platform.scene;

import java.time.LocalDate;
import java.util.List;

/** The door to changing scenes while the city runs. */
public interface SceneOffice {
    /**
     * Installs what the scene's folder holds now and puts it in force.
     *
     * @throws org.citybrain.platform.problem.Refusal with numbered findings when something is wrong
     */
    InstalledScene deploy(String scene);

    /** Switches a scene off or on; cases under way are finished either way. */
    InstalledScene turn(String scene, boolean on);

    /** Puts an older version in force again. */
    InstalledScene rollBack(String scene, String version);

    /**
     * Adds a value that holds from a day on, today at the earliest.
     *
     * @throws org.citybrain.platform.problem.Refusal when the parameter is unknown or the value or day will not do
     */
    void setParameter(String scene, String parameter, String value, LocalDate from, String basis);

    /** Installed versions, newest first. */
    List<Version> versions(String scene);

    /** How the scene's stream job is: its state and what is wrong with it. */
    Job job(String scene);

    /** One kept version. */
    record Version(String version, java.time.Instant installedAt, String installedBy) {}

    /** A stream job. */
    record Job(String desired, String state, List<String> findings) {}
}
