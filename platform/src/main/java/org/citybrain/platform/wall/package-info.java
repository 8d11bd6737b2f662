/**
 * Room wall (大屏): what the command centre's screen shows, joined from other rooms, each figure with its source.
 *
 * <p>Owns: no table. Door: its one endpoint. Opens the sources {@code indicator:rows-today}, {@code indicator:pool-rows},
 * {@code indicator:alerts}, {@code indicator:alerts-<county>}, {@code indicator:cases-by-stage}, {@code indicator:decisions}.
 *
 * <p>Words: 大屏 wall, 指标块 block, 示意图 sketch map.
 */
@NullMarked
@ApplicationModule(
        displayName = "wall",
        allowedDependencies = {
            "access",
            "alert",
            "audit",
            "catalogue",
            "clock",
            "exchange",
            "home",
            "indicator",
            "pool",
            "process",
            "region",
            "rules",
            "scene"
        })
package org.citybrain.platform.wall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
