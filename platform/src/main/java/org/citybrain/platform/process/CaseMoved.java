package org.citybrain.platform.process;

/** A case was opened, reached another stage, got or lost a task, or ended. */
public record CaseMoved(String caseId, String scene, String place, String stage, String state) {}
