/**
 * Room rules (规则): looks again whenever a stream says so, decides, and keeps every decision with what it rests on.
 *
 * <p>Owns: schema rules. Doors: {@link org.citybrain.platform.rules.RecordedDecisions}, {@link
 * org.citybrain.platform.rules.Proposals}. Hears cb.candidates; waits until the pool knows what the candidate knew
 * (seam 7), reads inputs and stores the decision in one repeatable-read transaction, and tells {@link
 * org.citybrain.platform.rules.DecisionMade} in it.
 *
 * <p>Words: 规则 rule, 判定 decision, 候选 candidate, 依据 basis, 重放 replay.
 */
@NullMarked
@ApplicationModule(
        displayName = "rules",
        allowedDependencies = {
            "access",
            "audit",
            "clock",
            "exchange",
            "home",
            "indicator",
            "live",
            "pool",
            "problem",
            "scene",
            "topics"
        })
package org.citybrain.platform.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
