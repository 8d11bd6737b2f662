/**
 * Room alert (预警): who should look at what, because a decision says so.
 *
 * <p>Owns: schema alert. Door: {@link org.citybrain.platform.alert.Alerts}. Hears {@link
 * org.citybrain.platform.rules.DecisionMade}; tells {@link org.citybrain.platform.alert.AlertRaised}, {@link org.citybrain.platform.alert.AlertRenewed} and {@link
 * org.citybrain.platform.alert.AlertWithdrawn}, all in the decision's own transaction. At most one alert of a kind
 * stands for a subject and period.
 *
 * <p>Words: 预警 alert, 预警等级 alert level.
 */
@NullMarked
@ApplicationModule(
        displayName = "alert",
        allowedDependencies = {"access", "audit", "clock", "home", "live", "problem", "region", "rules", "scene"})
package org.citybrain.platform.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
