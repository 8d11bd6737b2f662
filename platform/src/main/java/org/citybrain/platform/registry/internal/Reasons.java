package org.citybrain.platform.registry.internal;

import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.problem.ShortText;
import org.citybrain.platform.registry.RegistryProblem;

/** Why a steward rules or corrects: told, and as short as a purpose. */
final class Reasons {
    private Reasons() {}

    /** Refuses a reason that is missing or too long. */
    static void require(String reason) {
        if (reason.isBlank()) {
            throw Refusal.of(
                    RegistryProblem.RULING_REASON_MISSING,
                    "归并、裁定、撤销和校核都须说明理由 · rulings, their undoing and corrections need a reason");
        }
        ShortText.require("理由", "a reason", reason);
    }
}
