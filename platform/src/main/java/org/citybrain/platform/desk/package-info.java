/**
 * Room desk (工作台): what a person at a desk or with a phone sees and does, joined from other rooms.
 *
 * <p>Owns: schema desk (what phones sent). Doors: its HTTP endpoints only. Names are masked by the rooms that keep
 * them; ids in addresses are opaque.
 *
 * <p>Words: 待办 to-do, 个案 case, 入户 visit, 同步 sync.
 */
@NullMarked
@ApplicationModule(
        displayName = "desk",
        allowedDependencies = {
            "access",
            "alert",
            "audit",
            "clock",
            "home",
            "indicator",
            "live",
            "pool",
            "problem",
            "process",
            "region",
            "rules",
            "scene"
        })
package org.citybrain.platform.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
