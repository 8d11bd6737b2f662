package org.citybrain.platform.audit;

import java.util.Map;

/** The door through which every room writes what was done. */
public interface Audit {

    /**
     * Adds an entry to the chain inside the caller's transaction (opens one if there is none), with the caller of this
     * thread as actor.
     *
     * @param event what happened
     * @param subject opaque id of what it happened to, such as {@code resource:health_insurance.settlement}; never an
     *     identity number
     * @param details values worth keeping; never an identity number, phone or password
     */
    void record(AuditEvent event, String subject, Map<String, ?> details);
}
