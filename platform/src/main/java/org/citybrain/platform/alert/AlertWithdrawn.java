package org.citybrain.platform.alert;

/** A standing alert fell with its decision; told in the same transaction. */
public record AlertWithdrawn(
        String alertId, String scene, String subject, String period, String rule, String decisionId) {}
