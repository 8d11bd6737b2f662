package org.citybrain.platform.alert;

/** A standing alert has a newer decision that still asks for it; told in the same transaction. */
public record AlertRenewed(
        String alertId, String scene, String subject, String period, String rule, String decisionId, String outcome) {}
