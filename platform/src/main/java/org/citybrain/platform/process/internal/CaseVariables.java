package org.citybrain.platform.process.internal;

/** Names of the process variables that every case has. */
final class CaseVariables {
    /** The case's opaque id. */
    static final String CASE = "caseId";

    /** Scene role that must look first because data is missing; empty when nothing is missing. */
    static final String DOUBT = "doubt";

    private CaseVariables() {}
}
